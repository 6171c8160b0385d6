#include "document/end_rows.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/table/XCell.hpp>

#include "tables/layout.hpp"

namespace steward::document {
namespace {

// The row of the mark at or below a row, with no blank first cell between.
std::optional<sal_Int32> end_row(const Book& book, const css::table::CellRangeAddress& area) {
  const auto sheet = book.sheet_at(area.Sheet);
  const rtl::OUString mark = to_office(tables::end_mark);
  for (sal_Int32 row = area.EndRow;; ++row) {
    const auto text = sheet->getCellByPosition(area.StartColumn, row)->getFormula();
    if (text == mark) return row;
    if (text.isEmpty()) return std::nullopt;
  }
}

}  // namespace

void reach_to_end_rows(const Book& book) {
  for (const auto* description : tables::all) {
    auto area = book.table(description->name);
    if (!area) continue;
    const auto row = end_row(book, *area);
    if (!row || *row == area->EndRow) continue;
    area->EndRow = *row;
    const auto ranges = as<css::container::XNameAccess>(property<Reference<css::uno::XInterface>>(book.document(), "DatabaseRanges"));
    const auto table = as<css::sheet::XDatabaseRange>(ranges->getByName(to_office(description->name)).get<Reference<css::uno::XInterface>>());
    const auto manager = as<css::document::XUndoManagerSupplier>(book.document())->getUndoManager();
    manager->lock();
    table->setDataArea(*area);
    manager->unlock();
  }
}

}  // namespace steward::document
