#include "performance/scores.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cells.hpp"
#include "numeral.hpp"
#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::performance {
namespace {

constexpr double precision = 1e-12;

Result<std::vector<TargetDirection>> directions_of(const std::optional<Table>& given, std::size_t count) {
  std::vector<TargetDirection> directions(count, TargetDirection::higher);
  if (!given) return directions;
  if (given->size() != 1) {
    STEWARD_TRY(same_size(*given, count));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Value& cell = given->cells()[given->size() == 1 ? 0 : i];
    if (is_blank(cell)) continue;
    const auto* word = std::get_if<std::string>(&cell);
    STEWARD_TRY(directions[i], read_keyword<TargetDirection>(word ? *word : "?"));
  }
  return directions;
}

Result<double> attainment(double value, double target, TargetDirection direction, std::optional<double> cap) {
  const bool is_lower_better = direction == TargetDirection::lower;
  if (target == 0) return Fault{FaultKind::division_by_zero, phrase::target_is_zero, {}};
  if (is_lower_better && value == 0) {
    if (cap) return *cap;
    return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
  }
  const double reached = is_lower_better ? target / value : value / target;
  return cap ? std::min(reached, *cap) : reached;
}

Result<std::array<double, 3>> three_weights(const std::optional<Table>& given) {
  std::array<double, 3> weights{1, 1, 1};
  if (!given) return weights;
  STEWARD_TRY(same_size(*given, weights.size()));
  STEWARD_TRY(const auto numbers, amounts_in(*given));
  if (std::ranges::any_of(numbers, [](double weight) { return weight < 0; }))
    return Fault{FaultKind::number, phrase::negative_weight, {}};
  std::ranges::copy(numbers, weights.begin());
  if (weights[0] + weights[1] + weights[2] == 0) return Fault{FaultKind::number, phrase::no_weights, {}};
  return weights;
}

Result<std::vector<double>> filled_numbers(const Table& range) {
  STEWARD_TRY(const auto numbers, numbers_in(range));
  std::vector<double> filled;
  for (const auto& number : numbers) {
    if (!number) return Fault{FaultKind::value, phrase::text_among_numbers, {}};
    filled.push_back(*number);
  }
  return filled;
}

// The class of each figure, from 1; larger figures are better.
std::vector<std::size_t> classes_of(const std::vector<double>& figures, std::size_t classes) {
  std::vector<double> sorted = figures;
  std::ranges::sort(sorted);
  std::vector<std::size_t> result;
  for (const double figure : figures) {
    const auto worse = static_cast<std::size_t>(std::ranges::lower_bound(sorted, figure) - sorted.begin());
    result.push_back(1 + classes * worse / figures.size());
  }
  return result;
}

}  // namespace

Result<double> score(std::span<const double> value, std::span<const double> target, std::span<const double> weight,
                     const std::optional<Table>& direction, std::optional<double> cap) {
  if (value.size() != target.size() || value.size() != weight.size())
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  STEWARD_TRY(const auto directions, directions_of(direction, value.size()));
  double sum = 0, weights = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (weight[i] < 0) return Fault{FaultKind::number, phrase::negative_weight, {}};
    if (weight[i] == 0) continue;
    STEWARD_TRY(const double reached, attainment(value[i], target[i], directions[i], cap));
    sum += weight[i] * reached;
    weights += weight[i];
  }
  if (weights == 0) return Fault{FaultKind::number, phrase::no_weights, {}};
  return through_fifteen_digits(sum / weights);
}

Result<Table> opportunity(std::span<const double> impact, std::span<const double> feasibility,
                          std::span<const double> risk, const std::optional<Table>& weights) {
  if (impact.size() != feasibility.size() || impact.size() != risk.size())
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  STEWARD_TRY(const auto weight, three_weights(weights));
  Table table;
  for (std::size_t i = 0; i < impact.size(); ++i) {
    const std::array<double, 3> points{impact[i], feasibility[i], risk[i]};
    if (!std::ranges::all_of(points, [](double p) { return p >= 1 && p <= 5; }))
      return Fault{FaultKind::number, phrase::no_points, {}};
    const double all = weight[0] * points[0] + weight[1] * points[1] + weight[2] * (6 - points[2]);
    const double mean = through_fifteen_digits(all / (weight[0] + weight[1] + weight[2]));
    const char* grade = mean >= 4 - precision ? "A" : mean >= 3 - precision ? "B" : mean >= 2 - precision ? "C" : "D";
    table.append({mean, std::string(grade)});
  }
  return table;
}

Result<Table> rfm(const Table& recency, const Table& frequency, const Table& monetary, int classes) {
  if (classes < 2 || classes > 9) return Fault{FaultKind::number, phrase::no_classes, {}};
  STEWARD_TRY(same_size(frequency, recency.size()));
  STEWARD_TRY(same_size(monetary, recency.size()));
  STEWARD_TRY(auto since, filled_numbers(recency));
  STEWARD_TRY(const auto often, filled_numbers(frequency));
  STEWARD_TRY(const auto amount, filled_numbers(monetary));
  for (double& periods : since) periods = -periods;
  const auto count = static_cast<std::size_t>(classes);
  const auto r = classes_of(since, count), f = classes_of(often, count), m = classes_of(amount, count);
  std::vector<Value> customers;
  for (std::size_t i = 0; i < r.size(); ++i)
    customers.emplace_back(std::to_string(r[i]) + std::to_string(f[i]) + std::to_string(m[i]));
  return laid_like(recency, std::move(customers));
}

}  // namespace steward::performance
