#include "recognise/stated.hpp"

#include <algorithm>

#include "recognise/totals.hpp"

namespace steward::recognise {

std::optional<std::pair<int, int>> stated_cell(const Draft& draft, const TotalFacts& total, int column) {
  if (draft.grid.is_figure(total.row, column)) return std::pair{total.row, column};
  for (const auto& facts : draft.columns) {
    if (!draft.grid.is_figure(total.row, facts.column) || !draft.grid.has_formula(total.row, facts.column)) continue;
    const VerticalFormula formula = vertical_formula(draft, total.row, facts.column);
    if (formula.is_sum() && formula.column == column) return std::pair{total.row, facts.column};
  }
  return std::nullopt;
}

bool sums_others(const Draft& draft, const TotalFacts& total, const AmountColumn& of) {
  const auto formula = draft.grid.formula(total.row, of.column);
  if (formula.empty()) return false;
  const auto areas = workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot());
  const bool agrees = of.total && same_amount(draft.grid.value(total.row, of.column), of.total->amount(draft.options.decimals));
  const bool sums_own = std::ranges::any_of(areas, [&](const workbook::Area& area) { return area.left == of.column && area.right == of.column && area.rows() > 1; });
  const auto is_other = [&](const workbook::Area& area) {  // "=SUM(I3:I33)+K36" adds what another column comes to
    return area.sheet == draft.grid.sheet() && (area.left > of.column || area.right < of.column) && (area.top != total.row || (sums_own && !agrees));
  };
  return !areas.empty() && (agrees ? std::ranges::all_of(areas, is_other) : std::ranges::any_of(areas, is_other));
}

bool leaves_out_other_groups(const Draft& draft, const AmountColumn& column, const TotalFacts& total) {
  if (draft.grid.is_figure(total.row, column.column)) return false;
  bool leaves_out = false;
  const auto holds = [&](const TotalFacts& of, int row) {
    return std::ranges::any_of(of.covers, [&](const Stretch& s) { return s.first <= row && row <= s.second; });
  };
  for (const Leaf& leaf : draft.table.leaves) {
    if (!counts(column, leaf) || !draft.grid.is_figure(leaf.row, column.column) || holds(total, leaf.row)) continue;
    const bool is_elsewhere = std::ranges::any_of(draft.totals, [&](const TotalFacts& other) {
      const auto at = &other != &total && holds(other, leaf.row) && !holds(other, total.covers.front().first) ? stated_cell(draft, other, column.column) : std::nullopt;
      return at && same_amount(sum_of(draft, other.covers, column.column), draft.grid.value(at->first, at->second));
    });
    if (!is_elsewhere) return false;
    leaves_out = true;
  }
  return leaves_out;
}

}  // namespace steward::recognise
