#include "forecast/series.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace steward::forecast {

double mean(Series x) {
  return x.empty() ? 0 : std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

double median(Values x) {
  if (x.empty()) return 0;
  const auto middle = x.begin() + static_cast<std::ptrdiff_t>(x.size() / 2);
  std::nth_element(x.begin(), middle, x.end());
  if (x.size() % 2 == 1) return *middle;
  return (*std::max_element(x.begin(), middle) + *middle) / 2;
}

double quantile(Series sorted, double q) {
  const double at = std::clamp(q, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

double mean_change(Series x, std::size_t lag) {
  if (x.size() <= lag) return 0;
  double sum = 0;
  for (std::size_t t = lag; t < x.size(); ++t) sum += std::abs(x[t] - x[t - lag]);
  return sum / static_cast<double>(x.size() - lag);
}

Values autocorrelations(Series x, std::size_t lags) {
  const double average = mean(x);
  double variance = 0;
  for (const double value : x) variance += (value - average) * (value - average);
  Values result(lags, 0.0);
  if (!(variance > 0)) return result;
  for (std::size_t lag = 1; lag <= lags && lag < x.size(); ++lag) {
    double sum = 0;
    for (std::size_t t = lag; t < x.size(); ++t) sum += (x[t] - average) * (x[t - lag] - average);
    result[lag - 1] = sum / variance;
  }
  return result;
}

double unit_of(Series x) {
  double sum = 0;
  for (const double value : x) sum += std::abs(value) / static_cast<double>(x.size());
  return sum > 0 ? std::exp2(std::round(std::log2(sum))) : 1;
}

Line straight_line(Series x) {
  const auto n = static_cast<double>(x.size());
  if (x.size() < 2) return {x.empty() ? 0 : x[0], 0};
  const double middle = (n - 1) / 2, average = mean(x);
  double slope = 0;
  for (std::size_t t = 0; t < x.size(); ++t) slope += (static_cast<double>(t) - middle) * (x[t] - average);
  slope /= n * (n * n - 1) / 12;
  return {average - slope * middle, slope};
}

}  // namespace steward::forecast
