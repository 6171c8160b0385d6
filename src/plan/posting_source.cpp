#include "plan/posting_source.hpp"

#include <algorithm>
#include <vector>

#include "intake/csv.hpp"
#include "ledger/fields.hpp"
#include "ledger/keys.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::plan {
namespace {

Value value_of(const workbook::Cell& cell) {
  if (cell.kind == workbook::CellKind::number) return cell.number;
  if (cell.is_text()) return std::string(cell.text);
  if (cell.is_error()) return CellError{std::string(cell.text)};
  return Blank{};
}

bool is_header(const std::vector<Value>& row) {
  bool has_amount = false, has_date = false;
  for (const auto& cell : row) {
    const auto field = ledger::field_of(ledger::key_text(cell));
    has_amount = has_amount || field == LedgerField::amount || field == LedgerField::entered;
    has_date = has_date || field == LedgerField::date;
  }
  return has_amount && has_date;
}

}  // namespace

Result<Table> posting_rows_in(const workbook::Snapshot& book, const workbook::Area& area) {
  const auto& sheet = book.sheets[static_cast<std::size_t>(area.sheet)];
  std::vector<std::vector<Value>> rows;
  for (int row = area.top; row <= std::min(area.bottom, sheet.rows() - 1); ++row) {
    std::vector<Value> cells;
    for (int column = area.left; column <= std::min(area.right, sheet.columns() - 1); ++column)
      cells.push_back(value_of(sheet.at(row, column)));
    const bool is_empty = std::ranges::all_of(cells, is_blank);
    if (is_empty || (rows.empty() && !is_header(cells))) continue;
    rows.push_back(std::move(cells));
  }
  if (rows.empty()) return refused(phrase::posting_header_missing);
  std::vector<std::size_t> used;
  for (std::size_t column = 0; column < rows.front().size(); ++column)
    if (!is_blank(rows.front()[column])) used.push_back(column);
  Table table;
  for (const auto& row : rows) {
    std::vector<Value> cells;
    for (const auto column : used) cells.push_back(row[column]);
    table.append(std::move(cells));
  }
  return table;
}

workbook::Area used_area(const workbook::Snapshot& book, int sheet) {
  const auto& used = book.sheets[static_cast<std::size_t>(sheet)];
  return {sheet, 0, 0, used.rows() - 1, used.columns() - 1};
}

Result<Table> posting_rows_of_csv(std::string_view text) {
  STEWARD_TRY(auto rows, intake::read_csv(text));
  std::vector<Value> header;
  for (std::size_t column = 0; column < rows.columns(); ++column) header.push_back(rows.at(0, column));
  if (!is_header(header)) return refused(phrase::posting_header_missing);
  for (std::size_t column = 0; column < rows.columns(); ++column) {
    const auto field = ledger::field_of(ledger::key_text(rows.at(0, column)));
    if (!field) continue;
    switch (*field) {
      case LedgerField::amount:
      case LedgerField::entered:
      case LedgerField::tax:
      case LedgerField::quantity:
      case LedgerField::rate: intake::read_amounts(rows, column); break;
      case LedgerField::date:
      case LedgerField::document_date:
      case LedgerField::due: intake::read_days(rows, column); break;
      default: break;
    }
  }
  return rows;
}

}  // namespace steward::plan
