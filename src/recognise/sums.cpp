#include "recognise/sums.hpp"

#include <algorithm>
#include <utility>

#include "ascii.hpp"
#include "recognise/derivation.hpp"

namespace steward::recognise {
namespace {
// Whether every reference of a formula is to its own row, seen without parsing it: the digits behind letters are all the same.
bool reads_own_row_only(std::string_view formula, int row) {
  bool any = false;
  for (std::size_t at = 1; at < formula.size(); ++at) {
    if (!is_digit(formula[at])) continue;
    const char before = formula[at - 1];
    const bool is_reference = is_letter(before) || (before == '$' && at >= 2 && is_letter(formula[at - 2]));
    long number = 0;
    for (; at < formula.size() && is_digit(formula[at]); ++at) number = number > 9'999'999 ? number : number * 10 + (formula[at] - '0');
    if (!is_reference) continue;
    if (number != row + 1) return false;
    any = true;
  }
  return any;
}

// "B:B" reads the column from the first row to the last; what does not name its sheet stands on this one.
void add_whole_columns(std::string_view formula, const Grid& grid, int row, int column, std::vector<workbook::Area>& areas) {
  for (auto colon = formula.find(':'); colon != std::string_view::npos; colon = formula.find(':', colon + 1)) {
    auto from = colon, to = colon + 1;
    while (from > 0 && (is_letter(formula[from - 1]) || formula[from - 1] == '$')) --from;
    while (to < formula.size() && (is_letter(formula[to]) || formula[to] == '$')) ++to;
    const bool is_bounded = from == 0 || formula[from - 1] == '.' || is_digit(formula[from - 1]) || (to < formula.size() && is_digit(formula[to]));
    int left = 0, right = 0;
    for (const char c : formula.substr(from, colon - from)) left = is_letter(c) ? left * 26 + (c - 'A' + 1) : left;
    for (const char c : formula.substr(colon + 1, to - colon - 1)) right = is_letter(c) ? right * 26 + (c - 'A' + 1) : right;
    if (is_bounded || left == 0 || right < left || left - 1 >= grid.columns() || (left - 1 <= column && column < right && row < grid.rows())) continue;
    areas.push_back({grid.sheet(), 0, left - 1, grid.rows() - 1, std::min(right, grid.columns()) - 1});
  }
}

bool adds(std::string_view formula) {
  if (!calls_only_sums(formula)) return false;
  return formula.find("SUM(") != std::string_view::npos || formula.find("SUBTOTAL(") != std::string_view::npos ||
         formula.find('+') != std::string_view::npos || formula.find('-') != std::string_view::npos;
}

}  // namespace

bool calls_only_sums(std::string_view formula) {
  static constexpr std::string_view plain[] = {"SUM", "SUBTOTAL", "AGGREGATE", "ROUND", "IFERROR", "N", ""};
  for (auto open = formula.find('('); open != std::string_view::npos; open = formula.find('(', open + 1)) {
    auto from = open;
    while (from > 0 && (is_letter(formula[from - 1]) || formula[from - 1] == '.' || formula[from - 1] == '_')) --from;
    const auto name = formula.substr(from, open - from), first = formula.substr(open + 1, 4);
    if (std::ranges::find(plain, name) == std::end(plain)) return false;
    const bool has_kind = name == "SUBTOTAL" || name == "AGGREGATE";  // of which 9 is the sum
    if (has_kind && !first.starts_with("9;") && !first.starts_with("109;") && !first.starts_with("9,") && !first.starts_with("109,")) return false;
  }
  return true;
}

std::vector<Sum> sums_of(const Grid& grid, const std::vector<bool>& skipped) {
  std::vector<Sum> sums;
  for (int column = 0; column < grid.columns(); ++column) {
    for (int row = 0; row < grid.rows(); ++row) {
      if (skipped[static_cast<std::size_t>(row)] || !grid.is_figure(row, column)) continue;
      const auto formula = grid.formula(row, column);
      if (formula.empty() || !adds(formula) || reads_own_row_only(formula, row)) continue;
      const FormulaShape shape = shape_of(formula);
      if (shape.multiplies) continue;
      auto areas = workbook::references(formula, grid.sheet(), grid.snapshot());
      add_whole_columns(formula, grid, row, column, areas);
      if (!areas.empty()) sums.push_back({row, column, std::move(areas), shape.subtracts, {}});
    }
  }
  return sums;
}

}  // namespace steward::recognise
