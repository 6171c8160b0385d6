#include "recognise/recognise.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <deque>
#include <map>
#include <memory>

#include "recognise/contradictions.hpp"
#include "recognise/draft.hpp"
#include "recognise/drivers.hpp"
#include "recognise/grand_totals.hpp"
#include "recognise/named_budget.hpp"
#include "recognise/proof.hpp"
#include "recognise/reading.hpp"
#include "recognise/rivals.hpp"
#include "recognise/side_totals.hpp"
#include "recognise/strangers.hpp"
#include "recognise/units.hpp"
#include "recognise/unread.hpp"
#include "words/phrases/evidence.gen.hpp"
#include "words/phrases/proof.gen.hpp"
#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

bool is_wanted(const Options& options, int sheet) {
  if (options.skipped_sheets.contains(sheet)) return false;
  if (options.area) return options.area->sheet == sheet;
  return !options.sheet || *options.sheet == sheet;
}

// Error cells of the whole sheet, each kind once with the first place.
void find_error_cells(const Grid& grid, std::vector<Finding>& findings) {
  std::map<std::string, std::pair<int, workbook::Position>> found;
  for (int column = 0; column < grid.columns(); ++column) {
    for (int row = 0; row < grid.rows(); ++row) {
      if (grid.kind(row, column) != Kind::error) continue;
      ++found.try_emplace(std::string(grid.text(row, column)), 0, workbook::Position{grid.sheet(), row, column})
            .first->second.first;
    }
  }
  for (const auto& [name, where] : found) {
    const auto& [count, at] = where;
    const std::string cell = workbook::address(grid.snapshot(), at);
    if (count == 1) {
      findings.push_back({FindingKind::error_cell, at, {}, {}, phrase::found_error_cell, {cell, name}});
    } else {
      findings.push_back(
          {FindingKind::error_cell, at, {}, {}, phrase::found_error_cells, {std::to_string(count), name, cell}});
    }
  }
}

// Formulas that lost a cell they read, and still show a figure.
void find_lost_references(const Grid& grid, std::vector<Finding>& findings) {
  int count = 0;
  workbook::Position first{grid.sheet(), 0, 0};
  for (int column = 0; column < grid.columns(); ++column) {
    for (int row = 0; row < grid.rows(); ++row) {
      if (!grid.is_figure(row, column) || grid.formula(row, column).find("#REF!") == std::string_view::npos) continue;
      if (count++ == 0) first = {grid.sheet(), row, column};
    }
  }
  if (count == 0) return;
  findings.push_back({FindingKind::error_cell, first, {}, {}, phrase::found_lost_references,
                      {std::to_string(count), workbook::address(grid.snapshot(), first)}});
}

// The table that a name of the workbook calls the budget, read exactly as it is marked: with its headers and labels, as
// the name must hold all of them.
std::optional<Candidate> read_named(Grid& grid, const Options& options) {
  const auto* name = options.area ? nullptr : named_budget(grid.snapshot());
  if (!name || name->area.sheet != grid.sheet()) return std::nullopt;
  Area area = name->area;
  area.bottom = std::min(area.bottom, grid.rows() - 1);
  area.right = std::min(area.right, grid.columns() - 1);
  if (area.rows() < 2 || area.columns() < 2) return std::nullopt;
  auto candidate = read_table(grid, block_of(grid, area), options);
  if (!candidate || candidate->table.header_rows.empty() || candidate->table.dimensions.empty()) return std::nullopt;
  return candidate;
}

void read_sheet(const workbook::Snapshot& snapshot, int sheet, const Options& options,
                std::vector<Candidate>& candidates, std::deque<Grid>& grids, Recognition& result) {
  Grid& grid = grids.emplace_back(snapshot, sheet);
  auto blocks = options.area ? std::vector<Block>{block_of(grid, *options.area)} : find_blocks(grid);
  auto named = read_named(grid, options);
  const auto before = candidates.size();
  for (const Block& block : blocks) {
    if (named && lie_together(block.area, named->table.area)) continue;
    for (Candidate& candidate : read_block(grid, block, options)) candidates.push_back(std::move(candidate));
  }
  if (named) candidates.push_back(std::move(*named));
  std::ranges::stable_sort(candidates.begin() + static_cast<std::ptrdiff_t>(before), candidates.end(), {},
                           [](const Candidate& candidate) { return candidate.table.area; });
  find_error_cells(grid, result.findings);
  find_lost_references(grid, result.findings);
  if (grid.cells().hidden) {
    result.findings.push_back(
        {FindingKind::hidden, {sheet, 0, 0}, {}, {}, phrase::found_hidden_sheet, {grid.cells().name()}});
  }
}

void name_sheets_without_budget(const workbook::Snapshot& snapshot, const Options& options, const std::deque<Grid>& grids, Recognition& result) {
  for (int sheet = 0; sheet < static_cast<int>(snapshot.sheets.size()); ++sheet) {
    const auto is_here = [&](const BudgetTable& table) { return table.area.sheet == sheet; };
    if (!is_wanted(options, sheet) || std::ranges::any_of(result.tables, is_here)) continue;
    const workbook::Sheet& cells = snapshot.sheets[static_cast<std::size_t>(sheet)];
    const bool empty = cells.rows() <= 1 && cells.columns() <= 1 && cells.at(0, 0).is_empty();
    result.sheets_without_budget.emplace_back(cells.name(), empty ? "empty" : "text");
    const bool is_told = std::ranges::any_of(result.findings, [&](const Finding& finding) { return finding.at.sheet == sheet && finding.kind == FindingKind::unreadable; });
    const auto grid = std::ranges::find(grids, sheet, &Grid::sheet);
    if (!is_told && !options.area && grid != grids.end() && holds_amounts(*grid))
      result.findings.push_back({FindingKind::unreadable, {sheet, 0, 0}, {}, {}, phrase::found_unread_sheet, {cells.name()}});
  }
}

// The figure of a block that is merged along the row and ends in this column, where it begins in no amount column.
std::optional<double> merged_figure(const workbook::Sheet& sheet, const BudgetTable& table, int row, int column) {
  for (const Area& merge : sheet.merges) {
    if (merge.top != row || merge.bottom != row || merge.right != column || merge.left == column) continue;
    const workbook::Cell cell = sheet.at(row, merge.left);
    const bool is_own =
        std::ranges::any_of(table.columns, [&](const AmountColumn& other) { return other.column == merge.left; });
    return cell.is_number() && !is_own ? std::optional(cell.number) : std::nullopt;
  }
  return std::nullopt;
}

// Of a column that mixes units the user has said what each is worth.
std::optional<double> in_one_unit(const workbook::Sheet& sheet, const AmountColumn& column, int row, double figure) {
  const auto rate = rate_of(sheet, column, row);
  return rate ? std::optional(figure * *rate) : std::nullopt;
}

std::string number_text(double number) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  return std::string(text, end.ptr);
}

// Figures that no table has taken in are a table of which the user says whether it is one.
std::optional<BudgetTable> table_of(const Unread& unread, std::deque<Grid>& grids, const Options& options) {
  const auto grid = std::ranges::find(grids, unread.area.sheet, &Grid::sheet);
  Area area = unread.area;
  area.left = unread.names;
  area.top -= unread.is_headed;
  const std::string key =
      "unread@" + workbook::address(grid->snapshot(), workbook::Position{unread.area.sheet, unread.area.top, unread.area.left});
  const auto answer = answer_to(options, key);
  if (answer && !says_yes(*answer)) return std::nullopt;
  auto candidate = read_table(*grid, block_of(*grid, area), options);
  if (!candidate) return std::nullopt;
  for (AmountColumn& column : candidate->table.columns) {
    if (answer) continue;
    column.total.reset();
    column.foots.reset();
    column.confidence = 0.4;
    column.question = Question{QuestionKind::role, key, phrase::ask_unread, {workbook::address(grid->snapshot(), unread.area)}, {"yes", "no"}};
  }
  return std::move(candidate->table);
}

// Hands the tables back to what they were read from for as long as they are proven.
std::vector<Unread> prove_tables(std::vector<Candidate>& candidates, std::vector<BudgetTable>& tables) {
  std::vector<Draft*> drafts;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    candidates[i].reading->table = std::move(tables[i]);
    drafts.push_back(candidates[i].reading.get());
  }
  auto unread = prove(drafts);
  for (std::size_t i = 0; i < tables.size(); ++i) tables[i] = std::move(drafts[i]->table);
  return unread;
}

}  // namespace

Recognition recognise(const workbook::Snapshot& snapshot, const Options& options) {
  Recognition result;
  std::vector<Candidate> candidates;
  std::deque<Grid> grids;
  result.decimals = options.decimals;
  for (int sheet = 0; sheet < static_cast<int>(snapshot.sheets.size()); ++sheet) {
    if (is_wanted(options, sheet)) read_sheet(snapshot, sheet, options, candidates, grids, result);
  }
  if (!options.area) {
    drop_drivers(snapshot, candidates);
    drop_strangers(snapshot, candidates, result.findings);
  }
  const auto* name = options.area ? nullptr : named_budget(snapshot);
  for (Candidate& candidate : candidates) {
    candidate.table.is_named_budget = name && lie_together(candidate.table.area, name->area);
    result.tables.push_back(std::move(candidate.table));
  }
  settle_grand_totals(snapshot, result.tables, options.decimals);
  find_side_totals(snapshot, result.tables, options.decimals);
  find_contradictions(snapshot, result.tables, options.decimals);
  const auto unread = prove_tables(candidates, result.tables);
  for (const Unread& figures : unread)
    if (auto table = options.area ? std::nullopt : table_of(figures, grids, options)) result.tables.push_back(std::move(*table));
  name_sheets_without_budget(snapshot, options, grids, result);
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
  const workbook::Sheet& sheet = snapshot.sheets.at(static_cast<std::size_t>(table.area.sheet));
  const workbook::Cell cell = sheet.at(line.row, column.column);
  if (cell.is_number() && cell.format != workbook::Format::percent)
    return in_one_unit(sheet, column, line.row, cell.number);
  if (cell.is_empty())
    return merged_figure(sheet, table, line.row, column.column);
  if (!cell.is_text()) return std::nullopt;
  const auto amount = intake::read_amount(cell.text, column.mark);
  return amount ? in_one_unit(sheet, column, line.row, amount->value) : std::nullopt;
}

Result<std::optional<Money>> amount_of(const workbook::Snapshot& snapshot, const BudgetTable& table,
                                       const AmountColumn& column, std::size_t leaf, int decimals) {
  const auto figure = figure_of(snapshot, table, column, leaf);
  if (!figure) return std::optional<Money>();
  const Slice& slice = table.slices.at(static_cast<std::size_t>(table.leaves.at(leaf).slice));
  STEWARD_TRY(const auto money, Money::from(*figure * column.unit_factor * slice.sign * column.sign, decimals));
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
