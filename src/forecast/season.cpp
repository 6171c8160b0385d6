#include "forecast/season.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

// Centred moving average over one year: half weights at both ends when the year has an even number of periods.
Values centred_average(Series x, std::size_t season) {
  const std::size_t half = season / 2;
  const double ends = season % 2 == 0 ? 0.5 : 1.0;
  Values result;
  for (std::size_t t = half; t + half < x.size(); ++t) {
    double sum = ends * (x[t - half] + x[t + half]);
    for (std::size_t k = t - half + 1; k < t + half; ++k) sum += x[k];
    result.push_back(sum / static_cast<double>(season));
  }
  return result;
}

// How a year compares with the year before it, over the periods that both have, at one end of the series.
struct Growth {
  double from, to;
};
Growth growth_at(Series x, std::size_t season, bool end) {
  const std::size_t overlap = std::min(x.size() - season, season);
  if (overlap == 0) return {1, 1};
  const std::size_t later = end ? x.size() - overlap : season;
  return {mean(x.subspan(later - season, overlap)), mean(x.subspan(later, overlap))};
}

// The series with half a year added at both ends, taken from the nearest year and moved by half its growth.
Values with_half_years(Series x, std::size_t season, bool positive) {
  const std::size_t n = x.size(), half = season / 2;
  const Growth start = growth_at(x, season, false), end = growth_at(x, season, true);
  const auto moved = [&](double value, double from, double to) {
    return positive ? value * std::sqrt(std::clamp(to / from, 0.5, 2.0)) : value + (to - from) / 2;
  };
  Values result;
  result.reserve(n + 2 * half);
  for (std::size_t i = 0; i < half; ++i) result.push_back(moved(x[season - half + i], start.to, start.from));
  result.insert(result.end(), x.begin(), x.end());
  for (std::size_t i = 0; i < half; ++i) result.push_back(moved(x[n - season + i], end.from, end.to));
  return result;
}

// The share of the indices to be kept: how far they differ from none at all, against what the scatter of the years
// around them would give by chance.
double kept_share(const SeasonalPattern& pattern, double scatter) {
  const double none = pattern.multiplicative ? 1 : 0;
  double spread = 0;
  for (const double index : pattern.index) spread += (index - none) * (index - none);
  spread /= static_cast<double>(pattern.index.size() - 1);
  return spread > 0 ? std::max(0.0, 1 - scatter / spread) : 0;
}

// Weighted mean of the detrended values of each period of the year, and the mean of Σw²/(Σw)² over the periods: the
// variance of such a mean in units of the variance of a value.
struct WeightedIndices {
  SeasonalPattern pattern;
  double uncertainty = 0;
};
WeightedIndices weighted_indices(Series detrended, std::size_t season, bool multiplicative,
                                 double weight_of_a_year) {
  const std::size_t half = season / 2;
  Values sum(season, 0.0), weight(season, 0.0), squared(season, 0.0);
  double w = 1;
  for (std::size_t back = 0; back < detrended.size(); ++back) {
    if (back > 0 && (back + half) % season == 0) w *= weight_of_a_year;
    const std::size_t t = detrended.size() - 1 - back, i = t % season;
    sum[i] += w * detrended[t];
    weight[i] += w;
    squared[i] += w * w;
  }
  WeightedIndices result{{Values(season), multiplicative}};
  for (std::size_t i = 0; i < season; ++i) {
    result.pattern.index[i] = sum[i] / weight[i];
    result.uncertainty += squared[i] / (weight[i] * weight[i]) / static_cast<double>(season);
  }
  const double centre = mean(result.pattern.index);
  for (double& index : result.pattern.index) index = multiplicative ? index / centre : index - centre;
  return result;
}

SeasonalPattern weighted_pattern(Series x, std::size_t season, bool multiplicative, double weight_of_a_year) {
  const Values longer = with_half_years(x, season, multiplicative);
  const Values trend = centred_average(longer, season);
  Values detrended(x.size());
  for (std::size_t t = 0; t < x.size(); ++t) detrended[t] = multiplicative ? x[t] / trend[t] : x[t] - trend[t];
  auto [pattern, uncertainty] = weighted_indices(detrended, season, multiplicative, weight_of_a_year);
  if (x.size() < 2 * season) return pattern;
  double squares = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    const double rest = detrended[t] - pattern.of(t);
    squares += rest * rest;
  }
  const double none = multiplicative ? 1 : 0, variance = squares / static_cast<double>(x.size() - season);
  const double kept = kept_share(pattern, variance * uncertainty);
  for (double& index : pattern.index) index = none + kept * (index - none);
  return pattern;
}

}  // namespace

bool is_seasonal(Series x, std::size_t season) {
  if (season < 2 || x.size() < 3 * season) return false;
  const Values r = autocorrelations(x, season);
  double squares = 0.5;
  for (std::size_t lag = 0; lag + 1 < season; ++lag) squares += r[lag] * r[lag];
  const double limit = 1.645 * std::sqrt(2 * squares / static_cast<double>(x.size()));
  return std::abs(r[season - 1]) > limit;
}

SeasonalPattern decompose(Series x, std::size_t season, bool multiplicative) {
  const Values trend = centred_average(x, season);
  const std::size_t half = season / 2;
  Values sum(season, 0.0), count(season, 0.0);
  for (std::size_t t = half; t < half + trend.size(); ++t) {
    sum[t % season] += multiplicative ? x[t] / trend[t - half] : x[t] - trend[t - half];
    count[t % season] += 1;
  }
  for (std::size_t i = 0; i < season; ++i) sum[i] = count[i] > 0 ? sum[i] / count[i] : (multiplicative ? 1.0 : 0.0);
  const double centre = mean(sum);
  for (double& index : sum) index = multiplicative ? index / centre : index - centre;
  return {std::move(sum), multiplicative};
}

SeasonalPattern recent_pattern(Series x, std::size_t season, double weight_of_a_year) {
  if (season < 2 || x.size() < season) return flat_pattern();
  if (std::ranges::min(x) > 0) {
    SeasonalPattern pattern = weighted_pattern(x, season, true, weight_of_a_year);
    if (std::ranges::min(pattern.index) >= 0.01) return pattern;
  }
  return weighted_pattern(x, season, false, weight_of_a_year);
}

Values adjusted(Series x, const SeasonalPattern& pattern) {
  Values result(x.begin(), x.end());
  for (std::size_t t = 0; t < result.size(); ++t) result[t] = pattern.removed(result[t], t);
  return result;
}

void restore(Values& forecast, const SeasonalPattern& pattern, std::size_t from) {
  for (std::size_t h = 0; h < forecast.size(); ++h) forecast[h] = pattern.restored(forecast[h], from + h);
}

}  // namespace steward::forecast
