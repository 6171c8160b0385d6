#include "document/snapshot_reader.hpp"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/text/XText.hpp>

#include "document/format_reader.hpp"
#include "document/pieces.hpp"
#include "document/places.hpp"

namespace steward::document {
namespace {

using css::table::CellRangeAddress;

std::size_t cells_in(sal_Int32 left, sal_Int32 top, sal_Int32 right, sal_Int32 bottom) {
  return static_cast<std::size_t>(right - left + 1) * static_cast<std::size_t>(bottom - top + 1);
}

// Rows read at a time, so that the office's copy of a large sheet never stands in memory as a whole.
constexpr sal_Int32 rows_at_a_time = 8192;

Sequence<CellRangeAddress> content(const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int16 flags) {
  return as<css::sheet::XCellRangesQuery>(sheet)->queryContentCells(flags)->getRangeAddresses();
}

constexpr sal_Int16 with_content = css::sheet::CellFlags::VALUE | css::sheet::CellFlags::DATETIME |
                                   css::sheet::CellFlags::STRING | css::sheet::CellFlags::FORMULA;

std::string shown_text(const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 row, sal_Int32 column) {
  return to_utf8(as<css::text::XText>(sheet->getCellByPosition(column, row))->getString());
}

void read_cell(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet, sal_Int32 row, sal_Int32 column,
               const Any& cell) {
  switch (cell.getValueTypeClass()) {
    case css::uno::TypeClass_DOUBLE: result.set_number(row, column, *static_cast<const double*>(cell.getValue())); break;
    case css::uno::TypeClass_STRING: {
      const auto& text = *static_cast<const rtl::OUString*>(cell.getValue());
      if (!text.isEmpty()) result.set_text(row, column, to_utf8(text));
      break;
    }
    // The office gives no value for an error; its name is what the cell shows.
    default: result.set_error(row, column, shown_text(sheet, row, column));
  }
}

void read_values(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet, const CellRangeAddress& area,
                 plan::Course* course = nullptr) {
  for (sal_Int32 top = area.StartRow; top <= area.EndRow; top += rows_at_a_time) {
    const sal_Int32 bottom = std::min(area.EndRow, top + rows_at_a_time - 1);
    const auto block = sheet->getCellRangeByPosition(area.StartColumn, top, area.EndColumn, bottom);
    sal_Int32 row = top;
    for (const auto& cells : as<css::sheet::XCellRangeData>(block)->getDataArray()) {
      sal_Int32 column = area.StartColumn;
      for (const Any& cell : cells) read_cell(result, sheet, row, column++, cell);
      ++row;
    }
    piece_done(course, cells_in(area.StartColumn, top, area.EndColumn, bottom));
  }
}

void read_formulas(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet, const CellRangeAddress& area) {
  const auto block = sheet->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow);
  sal_Int32 row = area.StartRow;
  for (const auto& cells : as<css::sheet::XCellRangeFormula>(block)->getFormulaArray()) {
    sal_Int32 column = area.StartColumn;
    for (const rtl::OUString& formula : cells) result.set_formula(row, column++, to_utf8(formula));
    ++row;
  }
}

// Rows and columns of which nothing can be seen, as first and last of each stretch.
std::vector<std::pair<int, int>> uncovered(const std::vector<bool>& seen) {
  std::vector<std::pair<int, int>> stretches;
  for (int at = 0; at < static_cast<int>(seen.size()); ++at) {
    if (seen[static_cast<std::size_t>(at)]) continue;
    if (!stretches.empty() && stretches.back().second == at - 1) stretches.back().second = at;
    else stretches.emplace_back(at, at);
  }
  return stretches;
}

void read_hidden(workbook::Sheet& result, const Reference<css::sheet::XSpreadsheet>& sheet) {
  if (result.rows() == 0 || result.columns() == 0) return;
  const auto used = sheet->getCellRangeByPosition(0, 0, result.columns() - 1, result.rows() - 1);
  std::vector<bool> rows(static_cast<std::size_t>(result.rows())), columns(static_cast<std::size_t>(result.columns()));
  for (const auto& area : as<css::sheet::XCellRangesQuery>(used)->queryVisibleCells()->getRangeAddresses()) {
    std::fill(rows.begin() + area.StartRow, rows.begin() + area.EndRow + 1, true);
    std::fill(columns.begin() + area.StartColumn, columns.begin() + area.EndColumn + 1, true);
  }
  result.hidden_rows = uncovered(rows);
  result.hidden_columns = uncovered(columns);
}

workbook::Sheet read_sheet(const Reference<css::sheet::XSpreadsheet>& sheet, int index, FormatReader& formats, Formulas formulas,
                           plan::Course* course) {
  const auto areas = content(sheet, with_content);
  int rows = 0, columns = 0;
  for (const auto& area : areas) {
    rows = std::max(rows, static_cast<int>(area.EndRow) + 1);
    columns = std::max(columns, static_cast<int>(area.EndColumn) + 1);
  }
  workbook::Sheet result(to_utf8(as<css::container::XNamed>(sheet)->getName()), rows, columns);
  result.hidden = !property<bool>(sheet, "IsVisible", true);
  for (const auto& area : areas) read_values(result, sheet, area, course);
  if (formulas == Formulas::read)
    for (const auto& area : content(sheet, css::sheet::CellFlags::FORMULA)) {
      read_formulas(result, sheet, area);
      piece_done(course, 0);
    }
  formats.read(result, sheet, index);
  read_hidden(result, sheet);
  return result;
}

workbook::Area to_area(const CellRangeAddress& address) {
  return {address.Sheet, address.StartRow, address.StartColumn, address.EndRow, address.EndColumn};
}

std::vector<workbook::NamedArea> named_areas(const Book& book, const char* collection) {
  std::vector<workbook::NamedArea> result;
  const auto names = as<css::container::XNameAccess>(property<Reference<css::uno::XInterface>>(book.document(), collection));
  for (const rtl::OUString& name : names->getElementNames()) {
    const Reference<css::sheet::XCellRangeReferrer> referrer(names->getByName(name), css::uno::UNO_QUERY);
    const Reference<css::sheet::XCellRangeAddressable> cells(
        referrer.is() ? referrer->getReferredCells() : nullptr, css::uno::UNO_QUERY);
    if (cells.is()) result.push_back({to_utf8(name), to_area(cells->getRangeAddress())});
  }
  return result;
}

void read_null_date(const Book& book, workbook::Snapshot& snapshot) {
  const auto day = null_day(book);
  snapshot.null_year = day.Year;
  snapshot.null_month = day.Month;
  snapshot.null_day = day.Day;
}

}  // namespace

workbook::Snapshot read_snapshot(const Book& book, Formulas formulas, plan::Course* course) {
  plan::begin(course, plan::Phase::reading, course ? cells_of(book) : 0);
  workbook::Snapshot snapshot;
  FormatReader formats(book);
  const auto sheets = as<css::container::XIndexAccess>(book.document()->getSheets());
  for (sal_Int32 index = 0; index < sheets->getCount(); ++index)
    snapshot.sheets.push_back(read_sheet(book.sheet_at(index), index, formats, formulas, course));
  snapshot.names = named_areas(book, "NamedRanges");
  snapshot.tables = named_areas(book, "DatabaseRanges");
  read_null_date(book, snapshot);
  return snapshot;
}

std::size_t cells_of(const Book& book) {
  std::size_t cells = 0;
  const auto sheets = as<css::container::XIndexAccess>(book.document()->getSheets());
  for (sal_Int32 index = 0; index < sheets->getCount(); ++index) {
    const auto end = last_used(book.sheet_at(index));
    cells += cells_in(0, 0, end.EndColumn, end.EndRow);
  }
  return cells;
}

workbook::Snapshot read_tables(const Book& book, const std::vector<std::string_view>& names) {
  workbook::Snapshot snapshot;
  for (const auto& table : named_areas(book, "DatabaseRanges"))
    if (std::ranges::find(names, table.name) != names.end()) snapshot.tables.push_back(table);
  const auto sheets = as<css::container::XIndexAccess>(book.document()->getSheets());
  for (sal_Int32 index = 0; index < sheets->getCount(); ++index) {
    const auto sheet = book.sheet_at(index);
    const auto on_it = [&](const workbook::NamedArea& table) { return table.area.sheet == index; };
    int rows = 0, columns = 0;
    for (const auto& table : snapshot.tables) {
      if (!on_it(table)) continue;
      rows = std::max(rows, table.area.bottom + 1);
      columns = std::max(columns, table.area.right + 1);
    }
    workbook::Sheet read(to_utf8(as<css::container::XNamed>(sheet)->getName()), rows, columns);
    for (const auto& table : snapshot.tables) {
      if (!on_it(table)) continue;
      const auto& area = table.area;
      read_values(read, sheet, css::table::CellRangeAddress(static_cast<sal_Int16>(area.sheet), area.left, area.top, area.right, area.bottom));
    }
    snapshot.sheets.push_back(std::move(read));
  }
  read_null_date(book, snapshot);
  return snapshot;
}

}  // namespace steward::document
