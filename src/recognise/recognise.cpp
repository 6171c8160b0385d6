#include "recognise/recognise.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "recognise/draft.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

bool is_budget(const Draft& draft) {
  if (draft.table.columns.empty()) return false;
  if (!draft.block.header_rows.empty()) return true;
  return draft.table.leaves.size() >= 2;
}

std::optional<BudgetTable> read_table(Grid& grid, Block block, const Options& options) {
  Draft draft{grid, options, std::move(block), {}, {}, {}, -1, {}};
  draft.table.area = draft.block.area;
  draft.table.title = draft.block.title;
  draft.table.header_rows = draft.block.header_rows;
  read_columns(draft);
  if (std::ranges::none_of(draft.columns, &ColumnFacts::is_amount)) return std::nullopt;
  read_rows(draft);
  read_lines(draft);
  read_figures(draft);
  if (!is_budget(draft)) return std::nullopt;
  find_errors(draft);
  draft.table.confidence = 1;
  for (const auto& column : draft.table.columns)
    draft.table.confidence = std::min(draft.table.confidence, column.confidence);
  return std::move(draft.table);
}

bool is_wanted(const Options& options, int sheet) {
  if (options.area) return options.area->sheet == sheet;
  return !options.sheet || *options.sheet == sheet;
}

void read_sheet(const workbook::Snapshot& snapshot, int sheet, const Options& options, Recognition& result) {
  Grid grid(snapshot, sheet);
  const std::size_t before = result.tables.size();
  auto blocks = options.area ? std::vector<Block>{block_of(grid, *options.area)} : find_blocks(grid);
  for (Block& block : blocks) {
    if (auto table = read_table(grid, std::move(block), options)) result.tables.push_back(std::move(*table));
  }
  if (result.tables.size() == before) {
    const bool empty = grid.rows() <= 1 && grid.columns() <= 1;
    result.sheets_without_budget.emplace_back(grid.cells().name(), empty ? "empty" : "text");
  }
}

std::string number_text(double number) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  return std::string(text, end.ptr);
}

}  // namespace

Recognition recognise(const workbook::Snapshot& snapshot, const Options& options) {
  Recognition result;
  result.decimals = options.decimals;
  for (int sheet = 0; sheet < static_cast<int>(snapshot.sheets.size()); ++sheet) {
    if (is_wanted(options, sheet)) read_sheet(snapshot, sheet, options, result);
  }
  return result;
}

std::string key_of(const workbook::Snapshot& snapshot, const BudgetTable& table, std::size_t leaf,
                   std::size_t dimension) {
  const Dimension& of = table.dimensions.at(dimension);
  const int row = of.source_rows.at(leaf);
  if (row < 0) return {};
  const workbook::Sheet& sheet = snapshot.sheets.at(static_cast<std::size_t>(table.area.sheet));
  const workbook::Cell cell = sheet.at(row, of.column);
  if (cell.is_text()) return std::string(cell.text);
  if (cell.is_date()) return date_text(cell.number, snapshot);
  return cell.is_number() ? number_text(cell.number) : std::string();
}

std::optional<double> figure_of(const workbook::Snapshot& snapshot, const BudgetTable& table,
                                const AmountColumn& column, std::size_t leaf) {
  const Leaf& line = table.leaves.at(leaf);
  if (!counts(column, line)) return std::nullopt;
  const workbook::Cell cell =
      snapshot.sheets.at(static_cast<std::size_t>(table.area.sheet)).at(line.row, column.column);
  if (cell.is_number() && cell.format != workbook::Format::percent) return cell.number;
  if (!cell.is_text()) return std::nullopt;
  const auto amount = intake::read_amount(cell.text, column.mark);
  return amount ? std::optional(amount->value) : std::nullopt;
}

Result<std::optional<Money>> amount_of(const workbook::Snapshot& snapshot, const BudgetTable& table,
                                       const AmountColumn& column, std::size_t leaf, int decimals) {
  const auto figure = figure_of(snapshot, table, column, leaf);
  if (!figure) return std::optional<Money>();
  const Slice& slice = table.slices.at(static_cast<std::size_t>(table.leaves.at(leaf).slice));
  STEWARD_TRY(const auto money, Money::from(*figure * column.unit_factor * slice.sign, decimals));
  return std::optional(money);
}

std::optional<PeriodName> period_of(const workbook::Snapshot& snapshot, const BudgetTable& table, std::size_t leaf) {
  if (table.period_dimension < 0) return std::nullopt;
  const Dimension& of = table.dimensions.at(static_cast<std::size_t>(table.period_dimension));
  const int row = of.source_rows.at(leaf);
  if (row < 0) return std::nullopt;
  const workbook::Cell cell = snapshot.sheets.at(static_cast<std::size_t>(table.area.sheet)).at(row, of.column);
  if (cell.is_date()) return period_of_date(cell.number, snapshot);
  if (cell.is_text()) {
    const auto read = read_period(cell.text);
    return read ? std::optional(read->period) : std::nullopt;
  }
  if (cell.is_number() && is_year(cell.number)) {
    const int year = static_cast<int>(cell.number);
    return PeriodName{PeriodKind::year, year, year, 0, std::to_string(year)};
  }
  if (cell.is_number() && cell.number >= 1 && cell.number <= 13 && cell.number == std::floor(cell.number)) {
    return PeriodName{PeriodKind::month, 0, static_cast<int>(cell.number), 0,
                      std::to_string(static_cast<int>(cell.number))};
  }
  return std::nullopt;
}

bool counts(const AmountColumn& column, const Leaf& leaf) {
  return column.slice < 0 || column.slice == leaf.slice;
}

}  // namespace steward::recognise
