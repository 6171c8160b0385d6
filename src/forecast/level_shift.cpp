#include "forecast/level_shift.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {

std::optional<LevelShift> level_shift(Series x) {
  constexpr std::size_t shortest = 3;
  const std::size_t n = x.size();
  if (n < 8) return {};
  double total = 0, squares = 0;
  for (const double value : x) total += value, squares += value * value;
  std::optional<LevelShift> best;
  double least = 0, sum = 0;
  for (std::size_t at = 1; at + shortest <= n; ++at) {
    sum += x[at - 1];
    if (at < shortest) continue;
    const double before = sum / static_cast<double>(at), after = (total - sum) / static_cast<double>(n - at);
    const double rest = squares - before * sum - after * (total - sum);
    if (best && rest >= least) continue;
    best = {at, before, after};
    least = rest;
  }
  const double scatter = std::sqrt(std::max(least, 0.0) / static_cast<double>(n - 2));
  if (!(7 * scatter < std::abs(best->after - best->before))) return {};
  return best;
}

Values on_new_level(Series x, const LevelShift& shift) {
  Values result(x.begin(), x.end());
  const bool by_ratio = std::ranges::min(x) > 0;
  for (std::size_t t = 0; t < shift.at; ++t)
    result[t] = by_ratio ? x[t] * (shift.after / shift.before) : x[t] + (shift.after - shift.before);
  return result;
}

}  // namespace steward::forecast
