#include "allocation/tiers.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "cells.hpp"
#include "comparison.hpp"
#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

constexpr double precision = 1e-12;

Result<std::array<double, 3>> limits_in(const std::optional<Table>& given) {
  std::array<double, 3> limits{5, 2, 1};
  if (!given) return limits;
  STEWARD_TRY(const auto numbers, numbers_in(*given));
  const Fault fault{FaultKind::argument, phrase::limits_do_not_fall, {}};
  if (numbers.size() != limits.size()) return fault;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (!numbers[i] || (i > 0 && *numbers[i] >= limits[i - 1])) return fault;
    limits[i] = *numbers[i];
  }
  return limits;
}

struct Step {
  double from, rate;
};

Result<std::vector<Step>> steps_in(const Table& tiers) {
  const Fault fault{FaultKind::argument, phrase::tiers_unusable, {}};
  if (tiers.columns() != 2 || tiers.rows() == 0) return fault;
  std::vector<Step> steps;
  for (std::size_t row = 0; row < tiers.rows(); ++row) {
    STEWARD_TRY(const auto from, number_in(tiers.at(row, 0)));
    STEWARD_TRY(const auto rate, number_in(tiers.at(row, 1)));
    if (!from || !rate) return Fault{FaultKind::value, phrase::text_among_numbers, {}};
    steps.push_back({*from, *rate});
  }
  std::ranges::sort(steps, {}, &Step::from);
  if (std::ranges::adjacent_find(steps, {}, &Step::from) != steps.end()) return fault;
  return steps;
}

}  // namespace

Result<std::string> tier(double multiple, const std::optional<Table>& limits) {
  STEWARD_TRY(const auto from, limits_in(limits));
  constexpr std::array<const char*, 3> names{"S", "A", "B"};
  for (std::size_t i = 0; i < from.size(); ++i)
    if (multiple >= from[i] - precision) return std::string(names[i]);
  return std::string("Out");
}

Result<double> streak(std::span<const std::optional<double>> values, Comparison comparison, double limit) {
  std::size_t at = values.size();
  while (at > 0 && !values[at - 1]) --at;
  int periods = 0;
  for (; at > 0 && values[at - 1] && compares(*values[at - 1], comparison, limit); --at) ++periods;
  return static_cast<double>(periods);
}

Result<double> rebate(double amount, const Table& tiers, RebateMode mode) {
  STEWARD_TRY(const auto steps, steps_in(tiers));
  double whole = 0, marginal = 0;
  for (std::size_t i = 0; i < steps.size() && amount >= steps[i].from; ++i) {
    const double upper = i + 1 < steps.size() ? std::min(amount, steps[i + 1].from) : amount;
    marginal += (upper - steps[i].from) * steps[i].rate;
    whole = amount * steps[i].rate;
  }
  return through_fifteen_digits(mode == RebateMode::whole ? whole : marginal);
}

Result<Table> pareto(const Table& values, double share) {
  if (!(share >= 0 && share <= 1)) return Fault{FaultKind::number, phrase::not_a_share, {}};
  STEWARD_TRY(const auto numbers, numbers_in(values));
  std::vector<std::size_t> order;
  double total = 0;
  Table marks(values.rows(), values.columns());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!numbers[i]) continue;
    if (*numbers[i] < 0) return Fault{FaultKind::number, phrase::negative_value, {}};
    order.push_back(i);
    total += *numbers[i];
    marks.cells()[i] = 0.0;
  }
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return *numbers[a] > *numbers[b]; });
  double so_far = 0;
  for (const std::size_t i : order) {
    if (so_far >= share * total - precision * total) break;
    so_far += *numbers[i];
    marks.cells()[i] = 1.0;
  }
  return marks;
}

}  // namespace steward::allocation
