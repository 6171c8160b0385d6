#include "forecast/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/back_test.hpp"
#include "forecast/methods.hpp"
#include "forecast/normal.hpp"
#include "forecast/outlook.hpp"
#include "numeral.hpp"

namespace steward::forecast {
namespace {

void not_negative(Values& values) {
  for (double& value : values) value = std::max(value, 0.0);
}

// Half widths of another method than "auto": its errors ahead, fitted as a + b·√h so that few errors say enough.
Result<Values> widths_of_errors(Series history, std::size_t season, std::size_t horizon, ForecastMethod method) {
  constexpr std::size_t origins = 12;
  const auto errors = back_test(history, season, std::min(horizon, origins), method, origins);
  double count = 0, sum = 0, roots = 0, products = 0, squares = 0;
  for (std::size_t h = 0; h < errors.size(); ++h) {
    if (errors[h].count == 0) continue;
    const double root = std::sqrt(static_cast<double>(h + 1)), error = std::sqrt(errors[h].square);
    const double weight = errors[h].count;
    count += weight;
    sum += weight * error;
    roots += weight * root;
    products += weight * root * error;
    squares += weight * root * root;
  }
  if (count == 0)
    return Fault{FaultKind::number, Phrase::history_too_short, {numeral(static_cast<double>(history.size())), "3"}};
  const double determinant = count * squares - roots * roots;
  const double free_slope = determinant > 1e-9 * count * squares ? (count * products - roots * sum) / determinant : 0;
  // Neither a negative start nor a falling width: then the errors go with √h alone, or do not grow.
  const double slope = std::clamp(free_slope, 0.0, products / squares), start = (sum - slope * roots) / count;
  Values widths(horizon);
  for (std::size_t h = 0; h < horizon; ++h) widths[h] = start + slope * std::sqrt(static_cast<double>(h + 1));
  return widths;
}

Matrix<double> columns(const Values& lower, const Values& centre, const Values& upper) {
  Matrix<double> result(centre.size(), 3);
  for (std::size_t h = 0; h < centre.size(); ++h) {
    result.at(h, 0) = lower[h];
    result.at(h, 1) = centre[h];
    result.at(h, 2) = upper[h];
  }
  return result;
}

}  // namespace

Result<Values> forecast(Gaps history, int horizon, int season, ForecastMethod method, int nonnegative) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const std::size_t steps, read_horizon(horizon));
  STEWARD_TRY(const History read, read_history(history, periods));
  STEWARD_TRY(Values result, forecast_with(method, read.values, periods, steps));
  if (nonnegative != 0 || std::ranges::min(read.values) >= 0) not_negative(result);
  return result;
}

Result<Matrix<double>> forecast_interval(Gaps history, int horizon, double confidence, int season,
                                         ForecastMethod method) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const std::size_t steps, read_horizon(horizon));
  STEWARD_TRY(const double share, read_confidence(confidence));
  STEWARD_TRY(const History read, read_history(history, periods));
  if (read.values.size() < 2) return Fault{FaultKind::number, Phrase::history_too_short, {"1", "2"}};
  if (method == ForecastMethod::automatic) {
    const Outlook outlook = look_ahead(read.values, periods, steps);
    const Interval interval = interval_of(outlook, share);
    return columns(interval.lower, outlook.forecast, interval.upper);
  }
  STEWARD_TRY(Values centre, forecast_with(method, read.values, periods, steps));
  STEWARD_TRY(const Values widths, widths_of_errors(read.values, periods, steps, method));
  Values lower(steps), upper(steps);
  for (std::size_t h = 0; h < steps; ++h) {
    lower[h] = centre[h] - normal_quantile((1 + share) / 2) * widths[h];
    upper[h] = centre[h] + normal_quantile((1 + share) / 2) * widths[h];
  }
  if (std::ranges::min(read.values) >= 0) {
    not_negative(lower);
    not_negative(centre);
    not_negative(upper);
  }
  return columns(lower, centre, upper);
}

}  // namespace steward::forecast
