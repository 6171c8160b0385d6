#include "forecast/sensitivity.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace steward::forecast {

Result<Table> sensitivity(const Table& label, std::span<const double> low, std::span<const double> base,
                          std::span<const double> high) {
  const std::size_t n = label.size();
  if (n == 0) return Fault{FaultKind::not_available, phrase::missing_argument, {"label"}};
  if (low.size() != n || high.size() != n || (base.size() != n && base.size() != 1))
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  const auto swing = [&](std::size_t i) { return std::abs(high[i] - low[i]); };
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return swing(a) > swing(b); });
  // Relative to the largest swing, so that squares of large amounts stay finite.
  const double largest = swing(order.front());
  double squares = 0;
  for (std::size_t i = 0; i < n && largest > 0; ++i) squares += (swing(i) / largest) * (swing(i) / largest);
  Table table;
  for (const std::size_t i : order) {
    const double from = base[base.size() == 1 ? 0 : i], relative = largest > 0 ? swing(i) / largest : 0;
    table.append({label.cells()[i], low[i] - from, high[i] - from, swing(i),
                  squares > 0 ? Value(relative * relative / squares) : Value(Blank())});
  }
  return table;
}

}  // namespace steward::forecast
