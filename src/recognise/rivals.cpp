#include "recognise/rivals.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "recognise/measures.hpp"
#include "recognise/reading.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

constexpr int most_rows = 400, most_columns = 60, most_cuts = 6;
constexpr long most_cells = 100'000;  // of a sheet that is held twice

// What speaks for a reading, and what against it.
struct Proof {
  std::size_t proven = 0;  ///< figures in columns whose total foots with one that the workbook reckons
  long covered = 0;        ///< figures in the tables
  int doubts = 0;          ///< totals that do not foot, sums of the workbook that the lines under them do not give, questions
};

// Sums that a formula reckons and the lines that were read under them do not give.
int disagreeing_sums(const Draft& reading) {
  int found = 0;
  for (const TotalFacts& total : reading.totals) {
    for (const ColumnFacts& facts : reading.columns) {
      if (!facts.is_amount() || !reading.grid.has_formula(total.row, facts.column) || !reading.grid.is_figure(total.row, facts.column)) continue;
      const VerticalFormula formula = vertical_formula(reading, total.row, facts.column);
      found += formula.is_sum() && formula.column == facts.column &&
               !same_amount(sum_of(reading, total.covers, facts.column), reading.grid.value(total.row, facts.column));
    }
  }
  return found;
}

long figures_in(const Grid& grid, const Area& area) {
  long figures = 0;
  for (int column = area.left; column <= area.right; ++column)
    for (int row = area.top; row <= area.bottom; ++row) figures += grid.is_figure(row, column);
  return figures;
}

Proof proof_of(const std::vector<Candidate>& tables, const Grid& grid) {
  Proof proof;
  for (const Candidate& candidate : tables) {
    proof.covered += figures_in(grid, candidate.table.area);
    proof.doubts += disagreeing_sums(*candidate.reading);
    for (const AmountColumn& column : candidate.table.columns) {
      const bool is_reckoned = column.foots.value_or(false) && column.stated_row >= 0 && column.total && !column.total->is_zero() &&
                               (grid.has_formula(column.stated_row, column.column) || column.lines >= 3);
      proof.proven += is_reckoned ? column.lines : 0;
      proof.doubts += column.question.has_value() || (column.stated_total && !column.foots.value_or(false));
    }
  }
  return proof;
}

// Whether natures, where the lines have several, are those that keys or headings tell and none that a balance makes likely.
bool knows_natures(const std::vector<Candidate>& tables) {
  return std::ranges::all_of(tables, [](const Candidate& candidate) {
    const auto tells = [](const Dimension& dimension) { return dimension.is_section || dimension.tells != Tells::nothing; };
    return candidate.table.slices.size() <= 1 || std::ranges::any_of(candidate.table.dimensions, tells);
  });
}

std::vector<Candidate> read_all(Grid& grid, const std::vector<Block>& blocks, const Options& options) {
  std::vector<Candidate> tables;
  for (const Block& block : blocks)
    if (auto table = read_table(grid, block, options)) tables.push_back(std::move(*table));
  return tables;
}

struct Row {
  int words = 0, figures = 0, amounts = 0;  ///< the last: figures that count nothing
};

// "1", "0", "12": may head the pieces of one set, or number a section.
bool is_small_number(double value) {
  return value >= 0 && value <= 31 && value == std::floor(value);
}

Row row_of(const Grid& grid, const Area& area, int row) {
  Row found;
  for (int column = area.left; column <= area.right; ++column) {
    found.words += grid.is_words(row, column);
    const bool is_figure = grid.is_figure(row, column), is_percent = grid.kind(row, column) == Kind::percent;
    found.figures += is_figure || is_percent;
    found.amounts += is_percent || (is_figure && (grid.has_formula(row, column) || !is_small_number(grid.value(row, column))));
  }
  return found;
}

// The same block under each other row of words at its top.
void add_other_headers(const Grid& grid, const Block& block, std::vector<std::vector<Block>>& rivals) {
  constexpr int deepest = 3;  // rows below the first line
  for (int row = block.area.top; row <= std::min(block.area.bottom - 1, block.first_data + deepest); ++row) {
    const bool is_header = !block.header_rows.empty() && block.header_rows.back() == row;
    const Row names = row_of(grid, block.area, row);
    if (is_header || names.words < 2 || names.amounts > 0 || names.words < names.figures * 2) continue;
    Block rival = block;
    rival.header_rows = {row};
    rival.first_data = row + 1;
    std::erase_if(rival.inner_headers, [&](int inner) { return inner <= row; });
    rivals.push_back({std::move(rival)});
  }
}

// Whether the header of a block says of a column with figures that it holds a stage of the budget or amounts.
bool names_amounts(const Grid& grid, const Block& block) {
  constexpr int fewest = 3;
  constexpr std::size_t longest = 40;  // bytes; longer texts are prose
  for (int column = block.area.left; column <= block.area.right; ++column) {
    const int header = block.header_rows.empty() ? -1 : block.header_rows.back();
    if (!grid.is_words(header, column) || grid.text(header, column).size() > longest || !terms_in(grid.text(header, column)).has_any(amount_terms)) continue;
    int figures = 0;
    for (int row = block.first_data; row <= block.area.bottom; ++row) figures += grid.is_figure(row, column);
    if (figures >= fewest) return true;
  }
  return false;
}

// Where a table may end: below it stand words without figures that may head a second one.
std::vector<int> cuts_of(const Grid& grid, const Block& block) {
  std::vector<int> cuts;
  for (int row = block.first_data + 2; row < block.area.bottom && std::ssize(cuts) < most_cuts; ++row) {
    const Row here = row_of(grid, block.area, row), above = row_of(grid, block.area, row - 1);
    const bool begins = here.figures == 0 && here.words >= 2 && (above.words > 0 || above.figures > 0 || row_of(grid, block.area, row + 1).figures > 0);
    if (begins && (cuts.empty() || row > cuts.back() + 1)) cuts.push_back(row);
  }
  return cuts;
}

// The block in the pieces between the cuts, each with the headers that it has by itself.
std::vector<Block> pieces_of(const Grid& grid, const Block& block, const std::vector<int>& cuts) {
  std::vector<Block> pieces{block};
  pieces.front().area.bottom = cuts.front() - 1;
  std::erase_if(pieces.front().inner_headers, [&](int row) { return row >= cuts.front(); });
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    Area area = block.area;
    area.top = cuts[i];
    area.bottom = i + 1 < cuts.size() ? cuts[i + 1] - 1 : block.area.bottom;
    pieces.push_back(block_of(grid, area));
  }
  return pieces;
}

std::vector<std::vector<Block>> rivals_of(const Grid& grid, const Block& block) {
  std::vector<std::vector<Block>> rivals;
  add_other_headers(grid, block, rivals);
  const auto cuts = cuts_of(grid, block);
  if (cuts.size() > 1) rivals.push_back(pieces_of(grid, block, cuts));
  for (const int cut : cuts) rivals.push_back(pieces_of(grid, block, {cut}));
  return rivals;
}

}  // namespace

std::vector<Candidate> read_block(Grid& grid, const Block& block, const Options& options) {
  const bool is_small = block.area.rows() <= most_rows && block.area.columns() <= most_columns && static_cast<long>(grid.rows()) * grid.columns() <= most_cells;
  if (!is_small || options.area) return read_all(grid, {block}, options);
  const Grid untouched = grid;
  auto tables = read_all(grid, {block}, options);
  const Proof proof = proof_of(tables, grid);
  if (proof.doubts == 0) return tables;
  const std::vector<Block>* best = nullptr;
  Proof most = proof;
  const auto rivals = rivals_of(untouched, block);
  for (const auto& rival : rivals) {
    Grid trial = untouched;
    const auto trial_tables = read_all(trial, rival, options);
    const Proof other = proof_of(trial_tables, trial);
    const bool finds_header = block.header_rows.empty() && !best && knows_natures(trial_tables) && other.doubts == 0 && other.proven >= most.proven && names_amounts(untouched, rival.front());
    if (other.doubts >= proof.doubts || (other.proven <= most.proven && !finds_header) || other.covered * 10 < proof.covered * 9) continue;
    most = other;
    best = &rival;
  }
  if (!best) return tables;
  tables.clear();  // they hold on to the grid
  grid = untouched;
  return read_all(grid, *best, options);
}

}  // namespace steward::recognise
