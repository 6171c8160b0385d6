#include "document/mended_tables.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/table/XCell.hpp>

#include "document/places.hpp"
#include "document/undo.hpp"
#include "tables/layout.hpp"

namespace steward::document {
namespace {

using css::table::CellRangeAddress;

// The row of the mark at or below a row, with no blank first cell between.
std::optional<sal_Int32> end_row(const Book& book, const CellRangeAddress& area) {
  const auto sheet = book.sheet_at(area.Sheet);
  const rtl::OUString mark = to_office(tables::end_mark);
  for (sal_Int32 row = area.EndRow;; ++row) {
    const auto text = sheet->getCellByPosition(area.StartColumn, row)->getFormula();
    if (text == mark) return row;
    if (text.isEmpty()) return std::nullopt;
  }
}

void restore(const Book& book, const tables::Description& description) {
  auto area = book.named_area(description.cells());
  if (!area) return;
  const auto end = end_row(book, *area);
  if (!end) return;
  area->EndRow = *end;
  const OutsideUndo always(undo_manager(book));
  database_ranges(book)->addNewByName(to_office(description.name), *area);
}

}  // namespace

void mend_tables(const Book& book) {
  for (const auto* description : tables::all) {
    auto area = book.table(description->name);
    if (!area) {
      restore(book, *description);
      continue;
    }
    const auto row = end_row(book, *area);
    if (!row || *row == area->EndRow) continue;
    area->EndRow = *row;
    const auto ranges = as<css::container::XNameAccess>(database_ranges(book));
    const auto table = as<css::sheet::XDatabaseRange>(ranges->getByName(to_office(description->name)).get<Reference<css::uno::XInterface>>());
    const OutsideUndo always(undo_manager(book));
    table->setDataArea(*area);
  }
}

}  // namespace steward::document
