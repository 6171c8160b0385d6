#include "recognise/unread.hpp"

#include <algorithm>
#include <cmath>

#include "recognise/measures.hpp"
#include "recognise/periods.hpp"

namespace steward::recognise {
namespace {

constexpr int fewest_figures = 3, farthest_name = 6;

class Finder {
 public:
  Finder(const Grid& grid, const Accounts& accounts, const std::vector<Sum>& sums) : grid_(grid), accounts_(accounts), sums_(sums) {}

  std::vector<Unread> find() const {
    std::vector<Unread> found;
    for (int column = 0; column < grid_.columns(); ++column) {
      for (int row = 0; row < grid_.rows(); ++row) {
        if (!is_unread(row, column)) continue;
        int bottom = row;
        while (bottom + 1 < grid_.rows() && is_unread(bottom + 1, column)) ++bottom;
        if (const auto unread = look_at(row, bottom, column)) found.push_back(*unread);
        row = bottom;
      }
    }
    return found;
  }

 private:
  bool is_unread(int row, int column) const { return accounts_.at(row, column) == Account::none && grid_.is_figure(row, column); }

  std::optional<Unread> look_at(int top, int bottom, int column) const {
    constexpr double small = 100;  // whole numbers below it count something
    int figures = 0, named = 0, marked = 0, names = -1;
    bool all_years = true, is_counter = true, all_same = true, all_small = true;
    for (int row = top; row <= bottom; ++row) {
      const double value = grid_.value(row, column);
      figures += stands_for_itself(grid_, row, column);
      all_small &= value == std::floor(value) && std::abs(value) < small;
      all_years &= is_year(value);
      is_counter &= row == top || value == grid_.value(row - 1, column) + 1;
      all_same &= value == grid_.value(top, column);
      marked += grid_.cells().unit.contains({row, column});
      const int at = name_beside(row, column);
      named += at >= 0;
      if (at >= 0) names = at;
    }
    if (figures < fewest_figures || named * 3 < (bottom - top + 1) * 2 || all_years || is_counter || all_same || (all_small && marked == 0)) return std::nullopt;
    const bool is_summed = sums(top, bottom, column);
    if (!is_summed && marked * 2 <= figures && !is_headed(top, column)) return std::nullopt;
    return Unread{{grid_.sheet(), top, column, bottom, column}, names, top > 0 && grid_.is_words(top - 1, column)};
  }

  int name_beside(int row, int column) const {
    for (int at = column - 1; at >= std::max(0, column - farthest_name); --at)
      if (grid_.is_words(row, at)) return accounts_.at(row, at) == Account::none ? at : -1;
    return -1;
  }

  bool sums(int top, int bottom, int column) const {
    return std::ranges::any_of(sums_, [&](const Sum& sum) {
      return !sum.subtracts && std::ranges::any_of(sum.areas, [&](const workbook::Area& area) {
        return area.sheet == grid_.sheet() && area.left == column && area.right == column && area.rows() >= 2 && area.top <= bottom && area.bottom >= top;
      });
    });
  }

  bool is_headed(int top, int column) const {
    return top > 0 && grid_.is_words(top - 1, column) && terms_in(grid_.text(top - 1, column)).has_any(amount_terms);
  }

  const Grid& grid_;
  const Accounts& accounts_;
  const std::vector<Sum>& sums_;
};

}  // namespace

bool stands_for_itself(const Grid& grid, int row, int column) {
  if (!grid.is_figure(row, column) || grid.value(row, column) == 0) return false;
  const auto formula = grid.formula(row, column);
  if (formula.empty()) return true;
  const auto areas = workbook::references(formula, grid.sheet(), grid.snapshot());
  return std::ranges::any_of(areas, [&](const workbook::Area& area) { return area.sheet == grid.sheet() && area.top == row && area.bottom == row; });
}

bool is_left_out(const Grid& grid, const Accounts& accounts, int row, int column) {
  const Account account = accounts.at(row, column);
  return account != Account::line && account != Account::total && account != Account::header && stands_for_itself(grid, row, column);
}

void note_left_out(const Grid& grid, const Accounts& accounts, std::vector<Sum>& sums) {
  long most_cells = 2'000'000;
  for (Sum& sum : sums) {
    if (sum.subtracts || accounts.at(sum.row, sum.column) == Account::line) continue;
    for (const workbook::Area& area : sum.areas) {
      const int bottom = std::min(area.bottom, grid.rows() - 1), right = std::min(area.right, grid.columns() - 1);
      if (area.sheet != grid.sheet() || sum.left_out || bottom < area.top) continue;
      most_cells -= static_cast<long>(bottom - area.top + 1) * (right - area.left + 1);
      if (most_cells < 0) return;
      for (int column = area.left; column <= right; ++column)
        for (int row = area.top; row <= bottom && !sum.left_out; ++row)
          if (is_left_out(grid, accounts, row, column)) sum.left_out = workbook::Position{grid.sheet(), row, column};
    }
  }
}

bool holds_amounts(const Grid& grid) {
  constexpr int fewest = 12;
  constexpr double small = 100;
  int typed = 0;
  for (int row = 0; row < grid.rows(); ++row) {
    int words = -1;
    for (int column = 0; column < grid.columns() && typed < fewest; ++column) {
      if (grid.is_words(row, column)) words = column;
      if (words < 0 || !grid.is_figure(row, column) || grid.has_formula(row, column)) continue;
      const double value = grid.value(row, column);
      typed += (std::abs(value) >= small && !is_year(value)) || value != std::floor(value);
    }
  }
  if (typed >= fewest) return true;
  const auto sums = sums_of(grid, std::vector<bool>(static_cast<std::size_t>(grid.rows())));
  return std::ranges::any_of(sums, [&](const Sum& sum) { return grid.is_figure(sum.row, sum.column) && grid.value(sum.row, sum.column) != 0; });
}

std::vector<Unread> unread_figures(const Grid& grid, const Accounts& accounts, const std::vector<Sum>& sums) {
  return Finder(grid, accounts, sums).find();
}

}  // namespace steward::recognise
