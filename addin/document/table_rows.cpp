#include <algorithm>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/CellInsertMode.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XDatabaseRange.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <optional>

#include <span>

#include "document/cell_writer.hpp"
#include "document/edit_writer.hpp"
#include "document/places.hpp"
#include "document/row_heights.hpp"
#include "document/unlocked.hpp"
#include "tables/layout.hpp"

// How rows come into tables.
namespace steward::document {
namespace {

using css::table::CellRangeAddress;

constexpr std::size_t many_rows = 1000;
constexpr sal_Int32 all_contents = css::sheet::CellFlags::VALUE | css::sheet::CellFlags::DATETIME |
                                   css::sheet::CellFlags::STRING | css::sheet::CellFlags::FORMULA;

plan::Style style_of(tables::ColumnType type) {
  using tables::ColumnType;
  switch (type) {
    case ColumnType::amount: return plan::Style::amount;
    case ColumnType::rate: return plan::Style::rate;
    case ColumnType::date: return plan::Style::date;
    case ColumnType::time: return plan::Style::time;
    case ColumnType::hash: return plan::Style::hash;
    default: return plan::Style::text;
  }
}

const tables::Description* description_of(std::string_view name) {
  for (const auto* description : tables::all)
    if (description->name == name) return description;
  return nullptr;
}

bool has_formula(const plan::Block& block) {
  return std::ranges::any_of(block.cells(), [](const auto& content) { return std::holds_alternative<plan::Formula>(content); });
}

plan::RowsByColumn by_column(plan::Block block) {
  plan::RowsByColumn columns(block.columns(), block.rows());
  const std::span<plan::Content> cells(block.cells());
  for (std::size_t row = 0; row < block.rows(); ++row) columns.append(cells.subspan(row * block.columns(), block.columns()));
  return columns;
}

// Where rows come into a table: before its end row.
struct Place {
  Reference<css::sheet::XSpreadsheet> sheet;
  CellRangeAddress table, rows;
};

std::optional<Place> place_for(const Book& book, const std::string& name, std::size_t count) {
  const auto table = book.table(name);
  if (!table || count == 0) return std::nullopt;
  CellRangeAddress rows = *table;
  rows.StartRow = table->EndRow;
  rows.EndRow = table->EndRow + static_cast<sal_Int32>(count) - 1;
  return Place{book.sheet_at(table->Sheet), *table, rows};
}

void insert_cells(const Place& place) {
  as<css::sheet::XCellRangeMovement>(place.sheet)->insertCells(place.rows, css::sheet::CellInsertMode_DOWN);
}

}  // namespace

void EditWriter::operator()(const plan::AppendRows& edit) {
  if (edit.rows.rows() >= many_rows && edit.table != tables::log.name && !has_formula(edit.rows))
    return (*this)(plan::AppendColumns{edit.table, by_column(edit.rows)});
  const auto place = place_for(book_, edit.table, edit.rows.rows());
  if (!place) return;
  const Unlocked unlocked(place->sheet, locked_);
  lock_again();
  if (locked_.is() && edit.table == tables::log.name) return append_to_log(place->sheet, place->table, place->rows, edit.rows);
  const HeightsAsTheyAre heights(book_);
  insert_cells(*place);
  lock_again();
  paint_rows(place->rows, edit.table);
  write_block(book_, place->sheet, place->rows.StartRow, place->rows.StartColumn, edit.rows, course_);
}

void EditWriter::operator()(const plan::AppendColumns& edit) {
  const auto place = place_for(book_, edit.table, edit.rows.rows());
  if (!place) return;
  const Unlocked unlocked(place->sheet, locked_);
  lock_again();
  const HeightsAsTheyAre heights(book_);
  insert_cells(*place);
  lock_again();
  write_beside(place->rows, edit);
}

// Every write into a table costs the office a notice to whatever reads the table, row by row. Many rows are therefore
// written beside it, where nobody looks, and copied into their place at once, styles included.
void EditWriter::write_beside(const CellRangeAddress& rows, const plan::AppendColumns& edit) {
  const auto sheet = book_.sheet_at(rows.Sheet);
  CellRangeAddress beside = rows;
  beside.StartColumn = last_used(sheet).EndColumn + 2;
  beside.EndColumn = beside.StartColumn + rows.EndColumn - rows.StartColumn;
  expect_texts(beside, edit.table);
  write_rows(book_, sheet, beside.StartRow, beside.StartColumn, edit.rows, course_);
  paint_rows(beside, edit.table);
  const css::table::CellAddress target(rows.Sheet, rows.StartColumn, rows.StartRow);
  as<css::sheet::XCellRangeMovement>(sheet)->copyRange(target, beside);
  const auto cells = sheet->getCellRangeByPosition(beside.StartColumn, beside.StartRow, beside.EndColumn, beside.EndRow);
  as<css::sheet::XSheetOperation>(cells)->clearContents(all_contents | css::sheet::CellFlags::HARDATTR | css::sheet::CellFlags::STYLES);
}

// Inserting cells is recorded whatever the lock, so rows of the log take the place of the end row, which is written anew
// below them: numbers and texts in one call, as each call takes the lock away.
void EditWriter::append_to_log(const Reference<css::sheet::XSpreadsheet>& sheet, const CellRangeAddress& table, const CellRangeAddress& rows,
                               const plan::Block& block) {
  const auto columns = static_cast<sal_Int32>(block.columns());
  Sequence<Sequence<Any>> cells(static_cast<sal_Int32>(block.rows()) + 1);
  for (sal_Int32 row = 0; row < cells.getLength(); ++row) {
    auto& line = cells.getArray()[row];
    line.realloc(columns);
    for (sal_Int32 column = 0; column < columns; ++column) {
      const bool is_end = row == static_cast<sal_Int32>(block.rows());
      const plan::Content content = is_end ? plan::Content(column == 0 ? std::string(tables::end_mark) : std::string())
                                           : block.at(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
      auto& cell = line.getArray()[column];
      if (const auto* number = std::get_if<double>(&content)) cell <<= *number;
      else if (const auto* text = std::get_if<std::string>(&content)) cell <<= to_office(*text);
      else cell <<= rtl::OUString();
    }
  }
  CellRangeAddress grown = table;
  grown.EndRow += static_cast<sal_Int32>(block.rows());
  paint_rows(rows, tables::log.name);
  set_property(sheet->getCellRangeByPosition(table.StartColumn, grown.EndRow, table.EndColumn, grown.EndRow), "CellStyle",
               Any(Styles::name(plan::Style::sentinel)));
  lock_again();
  as<css::sheet::XCellRangeData>(sheet->getCellRangeByPosition(table.StartColumn, rows.StartRow, table.StartColumn + columns - 1, grown.EndRow))
      ->setDataArray(cells);
  lock_again();
  as<css::sheet::XDatabaseRange>(as<css::container::XNameAccess>(database_ranges(book_))->getByName(to_office(tables::log.name))
                                     .get<Reference<css::uno::XInterface>>())->setDataArea(grown);
  lock_again();
}

// Columns of one style that stand beside each other are dressed at once.
template <class Dress>
void EditWriter::each_style(const CellRangeAddress& rows, std::string_view table, const Dress& dress) {
  const auto* description = description_of(table);
  if (!description) return;
  const auto width = static_cast<std::size_t>(rows.EndColumn - rows.StartColumn + 1);
  const bool has_dimensions = tables::Layout(*description, 0).width() < description->columns.size();
  const tables::Layout layout(*description, has_dimensions ? width + 1 - description->columns.size() : 0);
  const auto sheet = book_.sheet_at(rows.Sheet);
  const auto style_at = [&](std::size_t place) { return style_of(layout.column_at(place).type); };
  for (std::size_t first = 0, last = 0; first < layout.width(); first = last + 1) {
    const auto style = style_at(first);
    for (last = first; last + 1 < layout.width() && style_at(last + 1) == style;) ++last;
    dress(sheet->getCellRangeByPosition(rows.StartColumn + static_cast<sal_Int32>(first), rows.StartRow,
                                        rows.StartColumn + static_cast<sal_Int32>(last), rows.EndRow),
          style);
    lock_again();
  }
}

void EditWriter::paint_rows(const CellRangeAddress& rows, std::string_view table) {
  each_style(rows, table, [](const auto& cells, plan::Style style) { set_property(cells, "CellStyle", Any(Styles::name(style))); });
}

// A text that looks like a number makes the office format its cell as text, one by one and at five times the cost of the
// text itself, unless the cell is formatted so already, by itself and not by its style. The style takes that away again.
void EditWriter::expect_texts(const CellRangeAddress& rows, std::string_view table) {
  const Any format(Styles::text_format(book_));
  each_style(rows, table, [&](const auto& cells, plan::Style style) {
    if (style == plan::Style::text || style == plan::Style::time || style == plan::Style::hash) set_property(cells, "NumberFormat", format);
  });
}

}  // namespace steward::document
