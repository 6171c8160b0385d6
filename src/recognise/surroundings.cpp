#include "recognise/surroundings.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "recognise/periods.hpp"
#include "recognise/vocabulary.hpp"

namespace steward::recognise {

using workbook::Area;

namespace {

// A year that stands alone in its row: "2026" over the table of that year.
std::optional<std::string> lone_year(const Grid& grid, int row) {
  std::optional<std::string> year;
  for (int column = 0; column < grid.columns(); ++column) {
    if (grid.is_blank(row, column)) continue;
    if (year || grid.kind(row, column) != Kind::amount || !is_year(grid.value(row, column))) return std::nullopt;
    year = std::to_string(static_cast<int>(grid.value(row, column)));
  }
  return year;
}

}  // namespace

std::string only_text(const Grid& grid, const Area& area, int row) {
  std::string_view found;
  for (int column = area.left; column <= area.right; ++column) {
    if (grid.is_figure(row, column)) return {};
    const auto text = grid.covered_text(row, column);
    if (text.empty() || text == found || !(grid.is_words(row, column) || grid.merge(row, column))) continue;
    if (!found.empty()) return {};
    found = text;
  }
  return std::string(found);
}

bool states_column_beside(const Grid& grid, int row, int column) {
  if (column == 0 || !grid.is_words(row, column - 1)) return false;
  const auto formula = grid.formula(row, column);
  if (!formula.starts_with("=SUM(")) return false;
  const bool is_whole = formula.find(':') != std::string_view::npos &&
                        formula.find_first_of("0123456789;!.", 5) == std::string_view::npos;  // "=SUM(E:E)"
  if (is_whole) return true;
  const auto areas = workbook::references(formula, grid.sheet(), grid.snapshot());
  return areas.size() == 1 && areas.front().sheet == grid.sheet() && areas.front().left == areas.front().right &&
         areas.front().left < column - 1 && areas.front().bottom > row && areas.front().bottom - areas.front().top >= 2;
}

bool states_date(const Grid& grid, const Area& area, int row) {
  for (int column = area.left; column <= area.right; ++column) {
    if (grid.kind(row, column) != Kind::date) continue;
    if (grid.has_formula(row, column)) return true;
    if (column == area.left || !grid.is_words(row, column - 1)) return false;
    const auto name = grid.text(row, column - 1);
    return name.ends_with(':') || name.ends_with("：") || terms_by_place(name).edges.has(Term::period);
  }
  return false;
}

bool is_row_of_years(const std::vector<double>& years) {
  double direction = 0;
  for (std::size_t i = 1; i < years.size(); ++i) {
    const double step = years[i] - years[i - 1];
    if (step == 0 || std::abs(step) > 5 || step * direction < 0) return false;
    direction = step;
  }
  return true;
}

int count_figures(const Grid& grid, const Area& area, int from_column) {
  int figures = 0;
  for (int column = from_column; column <= area.right; ++column)
    for (int row = area.top; row <= area.bottom; ++row) figures += grid.is_figure(row, column);
  return figures;
}

bool has_figures(const Grid& grid, const Area& area, int row) {
  for (int column = area.left; column <= area.right; ++column) {
    if (grid.is_figure(row, column)) return true;
  }
  return false;
}

void read_context(const Grid& grid, Block& block, int from) {
  for (int row = std::max(0, from); row < block.area.top; ++row) {
    if (auto year = lone_year(grid, row)) block.context.push_back(std::move(*year));
    for (int column = 0; column <= std::min(block.area.right, grid.columns() - 1); ++column) {
      if (!grid.is_words(row, column) || grid.text(row, column).size() > 120) continue;
      // What stands further left belongs to a table there, unless it is the unit of the sheet.
      if (column >= block.area.left || unit_in(grid.text(row, column))) block.context.emplace_back(grid.text(row, column));
    }
  }
}

}  // namespace steward::recognise
