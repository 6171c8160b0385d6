#include "recognise/drivers.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "recognise/derivation.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;
using workbook::Position;

constexpr std::size_t most_formulas = 60000;  // read to find what is used as a factor

bool is_measure(const std::vector<Candidate>& candidates, const Position& at) {
  return std::ranges::any_of(candidates, [&](const Candidate& candidate) {
    const Area& area = candidate.table.area;
    return area.sheet == at.sheet && area.contains(at.row, at.column) &&
           std::ranges::find(candidate.measures, at.column) != candidate.measures.end();
  });
}

// Cells that a product or a column of factors reads from elsewhere.
class Usage {
 public:
  Usage(const workbook::Snapshot& snapshot, const std::vector<Candidate>& candidates)
      : snapshot_(snapshot), candidates_(candidates) {
    for (std::size_t sheet = 0; sheet < snapshot.sheets.size(); ++sheet) read(static_cast<int>(sheet));
  }

  // Rows of the table in which an amount is used so.
  std::size_t rows_used(const BudgetTable& table, bool as_factor = false) const {
    std::set<int> rows;
    const auto& used = as_factor ? factors_ : used_;
    for (const auto& column : table.columns) {
      for (const Leaf& leaf : table.leaves) {
        if (used.contains({table.area.sheet, leaf.row, column.column})) rows.insert(leaf.row);
      }
      for (const TotalRow& total : table.totals) {
        if (used.contains({table.area.sheet, total.row, column.column})) rows.insert(total.row);
      }
    }
    return rows.size();
  }

 private:
  void read(int sheet) {
    const workbook::Sheet& cells = snapshot_.sheets[static_cast<std::size_t>(sheet)];
    for (int row = 0; row < cells.rows() && seen_ < most_formulas; ++row) {
      for (int column = 0; column < cells.columns(); ++column) {
        const auto formula = cells.formula(row, column);
        if (formula.empty() || ++seen_ > most_formulas) continue;
        const bool counts = shape_of(formula).multiplies || is_measure(candidates_, {sheet, row, column});
        if (counts) note(formula, {sheet, row, column});
      }
    }
  }

  void note(std::string_view formula, const Position& at) {
    const bool is_product = formula.find('/') == std::string_view::npos && shape_of(formula).multiplies;
    for (const Area& area : workbook::references(formula, at.sheet, snapshot_)) {
      const bool is_single = area.rows() == 1 && area.columns() == 1;
      if (!is_single || (area.sheet == at.sheet && (area.top == at.row || area.left == at.column))) continue;
      used_.insert({area.sheet, area.top, area.left});
      if (is_product) factors_.insert({area.sheet, area.top, area.left});
    }
  }

  const workbook::Snapshot& snapshot_;
  const std::vector<Candidate>& candidates_;
  std::set<Position> used_, factors_;  // the second: multiplied, and divided by nothing
  std::size_t seen_ = 0;
};

// Figures in a block without a header that cells of another table copy again and again: "3500" of which each month is
// "=$D$5".
bool is_copied(const workbook::Snapshot& snapshot, const std::vector<Candidate>& candidates, const BudgetTable& table) {
  constexpr std::size_t most_leaves = 12, most_formulas_read = 20000;
  constexpr int fewest_copies = 6;
  if (table.leaves.size() > most_leaves) return false;
  std::map<Position, int> copies;
  std::size_t seen = 0;
  for (const Candidate& candidate : candidates) {
    if (&candidate.table == &table) continue;
    for (const auto& column : candidate.table.columns) {
      for (int row = candidate.table.area.top; row <= candidate.table.area.bottom; ++row) {
        if (++seen > most_formulas_read) return false;
        const auto formula = snapshot.sheets[static_cast<std::size_t>(candidate.table.area.sheet)].formula(row, column.column);
        const auto areas = workbook::references(formula, candidate.table.area.sheet, snapshot);
        const FormulaShape shape = shape_of(formula);
        if (areas.size() != 1 || areas.front().rows() != 1 || areas.front().columns() != 1 || shape.multiplies || shape.subtracts) continue;
        ++copies[{areas.front().sheet, areas.front().top, areas.front().left}];
      }
    }
  }
  return std::ranges::any_of(table.leaves, [&](const Leaf& leaf) {
    return std::ranges::any_of(table.columns, [&](const AmountColumn& column) {
      const auto found = copies.find({table.area.sheet, leaf.row, column.column});
      return found != copies.end() && found->second >= fewest_copies;
    });
  });
}

// Figures without a header that are all taken from elsewhere: a summary of tables that are read themselves.
bool is_summary(const workbook::Snapshot& snapshot, const BudgetTable& table) {
  const workbook::Sheet& cells = snapshot.sheets[static_cast<std::size_t>(table.area.sheet)];
  std::size_t figures = 0, taken = 0;
  for (const auto& column : table.columns) {
    for (const Leaf& leaf : table.leaves) {
      if (cells.at(leaf.row, column.column).is_empty()) continue;
      ++figures;
      const auto areas = workbook::references(cells.formula(leaf.row, column.column), table.area.sheet, snapshot);
      const bool is_inside = std::ranges::any_of(areas, [&](const Area& area) {
        return area.sheet == table.area.sheet && area.top <= table.area.bottom && area.bottom >= table.area.top &&
               area.left <= table.area.right && area.right >= table.area.left;
      });
      taken += !areas.empty() && !is_inside;
    }
    if (figures > 200) return false;
  }
  return figures > 0 && taken * 10 >= figures * 8;
}

// Lines that each sum up some lines of another table on the sheet: what that table comes to, group by group. Without a
// header one figure may be typed: "Project amount: 70,000; equipment: =C20; staff: =J9; profit".
bool is_breakdown(const workbook::Snapshot& snapshot, const std::vector<Candidate>& candidates, const BudgetTable& table) {
  constexpr std::size_t most_leaves = 60;
  const workbook::Sheet& cells = snapshot.sheets[static_cast<std::size_t>(table.area.sheet)];
  if (table.leaves.empty() || table.leaves.size() > most_leaves) return false;
  const auto is_in_other = [&](const Area& area) {
    return std::ranges::any_of(candidates, [&](const Candidate& other) {
      if (&other.table == &table || other.table.area.sheet != area.sheet) return false;
      return std::ranges::any_of(other.table.columns, [&](const AmountColumn& column) {
        if (column.column != area.left) return false;
        const bool is_total = area.rows() == 1 && std::ranges::any_of(other.table.totals, [&](const TotalRow& total) {
          return total.row == area.top && total.kind != TotalKind::balance;
        });
        return is_total || (area.rows() > 1 && column.lines > 1 && area.top <= column.last_row && area.bottom >= column.first_row);
      });
    });
  };
  std::size_t sums = 0, typed = 0;
  for (const auto& column : table.columns) {
    for (const Leaf& leaf : table.leaves) {
      if (cells.at(leaf.row, column.column).is_empty() || column.is_derived || column.role == AmountRole::variance) continue;
      const auto formula = cells.formula(leaf.row, column.column);
      const FormulaShape shape = shape_of(formula);
      const auto areas = workbook::references(formula, table.area.sheet, snapshot);
      if (formula.empty() && column.header.empty()) {
        ++typed;
        continue;
      }
      if (shape.multiplies || shape.subtracts || areas.empty()) return false;
      for (const Area& area : areas)
        if (area.sheet != table.area.sheet || area.left != area.right || !is_in_other(area)) return false;
      ++sums;
    }
  }
  return typed == 0 ? sums > 0 : typed == 1 && sums >= 2;
}

// Names and figures that formulas pick from other tables: the five highest costs, a report by category.
bool is_extract(const workbook::Snapshot& snapshot, const BudgetTable& table) {
  const workbook::Sheet& cells = snapshot.sheets[static_cast<std::size_t>(table.area.sheet)];
  if (table.leaves.size() < 2 || table.leaves.size() > 500) return false;
  const Dimension* names = nullptr;
  for (const Dimension& dimension : table.dimensions)
    if (!dimension.is_section && !names) names = &dimension;
  if (!names) return false;
  std::size_t named = 0, figures = 0, taken = 0;
  for (const Leaf& leaf : table.leaves) {
    named += !cells.formula(leaf.row, names->column).empty();
    for (const auto& column : table.columns) {
      if (cells.at(leaf.row, column.column).is_empty()) continue;
      ++figures;
      const auto formula = cells.formula(leaf.row, column.column);
      const bool reads_its_row = std::ranges::any_of(
          workbook::references(formula, table.area.sheet, snapshot),
          [&](const Area& area) { return area.sheet == table.area.sheet && area.top == leaf.row && area.bottom == leaf.row; });
      taken += !formula.empty() && !reads_its_row;
    }
  }
  return named * 10 >= table.leaves.size() * 9 && figures > 0 && taken == figures;
}

// Settings: one column of values that names of the workbook call one by one ("opening_cash", "discount_rate").
bool is_settings(const workbook::Snapshot& snapshot, const BudgetTable& table) {
  const auto filled = [](const AmountColumn& column) { return column.lines > 0; };
  const auto values = std::ranges::find_if(table.columns, filled);
  if (values == table.columns.end() || std::ranges::count_if(table.columns, filled) != 1) return false;
  std::set<int> rows;
  for (const auto& [name, area] : snapshot.names) {
    const bool is_value = area.rows() == 1 && area.columns() == 1 && area.sheet == table.area.sheet &&
                          area.left == values->column && table.area.contains(area.top, area.left);
    const auto row = std::ranges::find(table.totals, area.top, &TotalRow::row);
    const bool is_sum = row != table.totals.end() && row->kind != TotalKind::balance;
    if (is_value && !is_sum) rows.insert(area.top);
  }
  return rows.size() >= 3 && rows.size() * 2 >= table.leaves.size();
}

}  // namespace

void drop_drivers(const workbook::Snapshot& snapshot, std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) { return is_settings(snapshot, candidate.table); });
  std::vector<const BudgetTable*> breakdowns;
  for (const Candidate& candidate : candidates)
    if (is_breakdown(snapshot, candidates, candidate.table)) breakdowns.push_back(&candidate.table);
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates)
    if (std::ranges::find(breakdowns, &candidate.table) == breakdowns.end()) kept.push_back(std::move(candidate));
  candidates = std::move(kept);
  const auto is_own = [&](const Candidate& candidate) { return !is_extract(snapshot, candidate.table); };
  if (std::ranges::any_of(candidates, is_own)) std::erase_if(candidates, std::not_fn(is_own));
  if (candidates.size() < 2 && std::ranges::all_of(candidates, &Candidate::has_headers)) return;
  const Usage usage(snapshot, candidates);
  std::erase_if(candidates, [&](const Candidate& candidate) {
    const std::size_t rows = usage.rows_used(candidate.table);
    // "Monthly salary" by name, each of which another table multiplies by months: rates under a header.
    if (candidate.has_headers)
      return candidates.size() > 1 && candidate.table.totals.empty() && rows >= 2 && usage.rows_used(candidate.table, true) == candidate.table.leaves.size();
    return is_summary(snapshot, candidate.table) || is_copied(snapshot, candidates, candidate.table) || (rows >= 1 && rows * 5 >= candidate.table.leaves.size());
  });
}

}  // namespace steward::recognise
