#include "document/book.hpp"

#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include "document/unlocked.hpp"

namespace steward::document {

std::optional<Book> Book::of(const css::uno::BaseReference& model) {
  const Reference<css::sheet::XSpreadsheetDocument> document(model, css::uno::UNO_QUERY);
  return document.is() ? std::optional(Book(document)) : std::nullopt;
}

Reference<css::sheet::XSpreadsheet> Book::sheet(std::string_view title) const {
  return as<css::sheet::XSpreadsheet>(
      as<css::container::XNameAccess>(document_->getSheets())->getByName(to_office(title)).get<Reference<css::uno::XInterface>>());
}

bool Book::has_sheet(std::string_view title) const {
  return as<css::container::XNameAccess>(document_->getSheets())->hasByName(to_office(title));
}

Reference<css::sheet::XSpreadsheet> Book::sheet_at(sal_Int32 index) const {
  return as<css::sheet::XSpreadsheet>(as<css::container::XIndexAccess>(document_->getSheets())
                                          ->getByIndex(index).get<Reference<css::uno::XInterface>>());
}

Reference<css::table::XCellRange> Book::range(std::string_view title, const workbook::Area& area) const {
  return sheet(title)->getCellRangeByPosition(area.left, area.top, area.right, area.bottom);
}

std::optional<css::table::CellRangeAddress> Book::table(std::string_view name) const {
  const auto ranges = as<css::container::XNameAccess>(property<Reference<css::uno::XInterface>>(document_, "DatabaseRanges"));
  if (!ranges->hasByName(to_office(name))) return std::nullopt;
  return as<css::sheet::XDatabaseRange>(ranges->getByName(to_office(name)).get<Reference<css::uno::XInterface>>())->getDataArea();
}

Reference<css::container::XNameAccess> Book::names() const {
  return as<css::container::XNameAccess>(property<Reference<css::uno::XInterface>>(document_, "NamedRanges"));
}

bool Book::has_name(std::string_view name) const { return names()->hasByName(to_office(name)); }

std::optional<css::table::CellRangeAddress> Book::named_area(std::string_view name) const {
  if (!has_name(name)) return std::nullopt;
  const Reference<css::sheet::XCellRangeReferrer> referrer(names()->getByName(to_office(name)), css::uno::UNO_QUERY);
  const Reference<css::sheet::XCellRangeAddressable> cells(referrer.is() ? referrer->getReferredCells() : nullptr, css::uno::UNO_QUERY);
  return cells.is() ? std::optional(cells->getRangeAddress()) : std::nullopt;
}

bool Book::has_window() const {
  // A hidden document has a controller and a frame as well, only nothing to be seen.
  const auto controller = as<css::frame::XModel>(document_)->getCurrentController();
  if (!controller.is() || !controller->getFrame().is()) return false;
  const Reference<css::awt::XWindow2> window(controller->getFrame()->getContainerWindow(), css::uno::UNO_QUERY);
  return window.is() && window->isVisible();
}

bool Book::is_read_only() const { return as<css::frame::XStorable>(document_)->isReadonly(); }

bool Book::is_structure_protected() const { return as<css::util::XProtectable>(document_)->isProtected(); }

std::optional<std::string> Book::sheet_with_password() const {
  // Trying the protection must leave no steps in the user's undo.
  const auto manager = as<css::document::XUndoManagerSupplier>(document_)->getUndoManager();
  const auto sheets = as<css::container::XIndexAccess>(document_->getSheets());
  std::optional<std::string> found;
  manager->lock();
  for (sal_Int32 at = 0; at < sheets->getCount() && !found; ++at) {
    const Unlocked unlocked(sheet_at(at), manager);
    if (!unlocked.is_open()) found = to_utf8(as<css::container::XNamed>(sheet_at(at))->getName());
  }
  manager->unlock();
  return found;
}

bool Book::can_be_controlled_in_place() const {
  const auto url = as<css::frame::XModel>(document_)->getURL().toAsciiLowerCase();
  return url.isEmpty() || url.endsWith(".ods") || url.endsWith(".fods") || url.endsWith(".ots");
}

}  // namespace steward::document
