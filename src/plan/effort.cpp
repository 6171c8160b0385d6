#include "plan/effort.hpp"

#include <algorithm>
#include <numeric>

namespace steward::plan {
namespace {

constexpr std::size_t of_a_formula = 20, of_any_edit = 100;

std::size_t area(int rows, int columns) { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }

std::size_t of_block(const Block& block) {
  std::size_t sum = 0;
  for (std::size_t r = 0; r < block.rows(); ++r)
    for (std::size_t c = 0; c < block.columns(); ++c) sum += std::holds_alternative<Formula>(block.at(r, c)) ? of_a_formula : 1;
  return sum;
}

struct Effort {
  std::size_t operator()(const Write& edit) const { return of_block(edit.block); }
  std::size_t operator()(const AppendRows& edit) const { return of_block(edit.rows); }
  std::size_t operator()(const AppendColumns& edit) const { return edit.rows.rows() * edit.rows.columns(); }
  std::size_t operator()(const FillDown& edit) const { return of_a_formula * area(edit.rows, static_cast<int>(edit.formulas.size())); }
  std::size_t operator()(const WriteArray& edit) const { return of_a_formula * area(edit.rows, edit.columns); }
  template <class Other>
  std::size_t operator()(const Other&) const {
    return 0;
  }
};

}  // namespace

std::size_t effort(const Edit& edit) { return of_any_edit + std::visit(Effort(), edit); }

std::size_t effort(const Plan& plan) {
  return std::transform_reduce(plan.edits.begin(), plan.edits.end(), std::size_t{0}, std::plus<>(), [](const Edit& edit) { return effort(edit); });
}

}  // namespace steward::plan
