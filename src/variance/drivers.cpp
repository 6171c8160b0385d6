#include "variance/drivers.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "cells.hpp"
#include "variance/natures.hpp"
#include "variance/variance.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::variance {

Result<Table> drivers(const Table& label, const Table& actual, const Table& budget, const std::optional<Table>& nature,
                      int count) {
  STEWARD_TRY(same_size(actual, label.size()));
  STEWARD_TRY(same_size(budget, label.size()));
  if (count < 1) return Fault{FaultKind::number, phrase::no_count, {}};
  STEWARD_TRY(const auto natures, natures_of(nature, label.size()));
  STEWARD_TRY(const auto actuals, amounts_in(actual));
  STEWARD_TRY(const auto budgets, amounts_in(budget));
  struct Line {
    Value label;
    double variance;
  };
  std::vector<Line> lines;
  double gross = 0;
  for (std::size_t i = 0; i < actuals.size(); ++i) {
    STEWARD_TRY(const double found, variance(actuals[i], budgets[i], natures[i]));
    if (found == 0) continue;
    lines.push_back({label.cells()[i], found});
    gross += std::abs(found);
  }
  if (lines.empty()) return Fault{FaultKind::not_available, phrase::no_variance_at_all, {}};
  std::ranges::stable_sort(lines,
                           [](const Line& a, const Line& b) { return std::abs(a.variance) > std::abs(b.variance); });
  lines.resize(std::min(lines.size(), static_cast<std::size_t>(count)));
  Table table;
  double so_far = 0;
  for (const Line& line : lines) {
    so_far += std::abs(line.variance);
    table.append({line.label, line.variance, std::abs(line.variance) / gross, so_far / gross});
  }
  return table;
}

}  // namespace steward::variance
