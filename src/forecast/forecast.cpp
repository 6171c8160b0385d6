#include "forecast/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/back_test.hpp"
#include "forecast/methods.hpp"
#include "forecast/normal.hpp"
#include "forecast/outlook.hpp"
#include "forecast/pace.hpp"
#include "forecast/working_days.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/functions.gen.hpp"

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
    return Fault{FaultKind::number, phrase::history_too_short, {numeral(static_cast<double>(history.size())), "3"}};
  const double determinant = count * squares - roots * roots;
  const double free_slope = determinant > 1e-9 * count * squares ? (count * products - roots * sum) / determinant : 0;
  // Neither a negative start nor a falling width: then the errors go with √h alone, or do not grow.
  const double slope = std::clamp(free_slope, 0.0, products / squares), start = (sum - slope * roots) / count;
  Values widths(horizon);
  for (std::size_t h = 0; h < horizon; ++h) widths[h] = start + slope * std::sqrt(static_cast<double>(h + 1));
  return widths;
}

Result<Values> forecast_by_days(const History& known, std::size_t season, std::size_t horizon, ForecastMethod method,
                                const std::optional<std::vector<double>>& days) {
  if (!days) return forecast_with(method, known.values, season, horizon);
  if (days->size() < known.first) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  const std::span<const double> own = std::span(*days).subspan(known.first);
  STEWARD_TRY(const Values even, per_average_day(known.values, own));
  STEWARD_TRY(const Values ahead, forecast_with(method, even, season, horizon));
  return restore_days(ahead, known.values.size(), own);
}

Result<Values> forecast_by_profile(const History& known, Gaps profile, std::size_t season, std::size_t horizon) {
  if (profile.size() < season)
    return Fault{FaultKind::number,
                 phrase::profile_too_short,
                 {"profile", numeral(static_cast<double>(profile.size())), numeral(static_cast<double>(season))}};
  Values planned;
  const auto plan_at = [&](std::size_t t) { return profile[t % season].value_or(0); };
  for (std::size_t t = 0; t < known.values.size(); ++t) planned.push_back(plan_at(known.first + t));
  STEWARD_TRY(const double pace, pace_after(known.values, planned));
  Values result(horizon);
  for (std::size_t h = 0; h < horizon; ++h) result[h] = pace * plan_at(known.first + known.values.size() + h);
  return result;
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

Result<Values> forecast(Gaps history, int horizon, int season, ForecastMethod method, int nonnegative,
                        const std::optional<std::vector<double>>& days,
                        const std::optional<std::vector<std::optional<double>>>& profile) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const std::size_t steps, read_horizon(horizon));
  auto read = read_history(history, periods);
  const bool unknown = read.has_error() && read.error().kind == FaultKind::not_available;
  if (read.has_error() && !(unknown && profile)) return read.error();
  const History known = read.has_error() ? History() : std::move(read).value();
  const bool by_profile = profile && method == ForecastMethod::automatic && known.values.size() < periods;
  STEWARD_TRY(Values result, by_profile ? forecast_by_profile(known, *profile, periods, steps)
                                        : forecast_by_days(known, periods, steps, method, days));
  const bool never_negative = !known.values.empty() && std::ranges::min(known.values) >= 0;
  if (nonnegative != 0 || never_negative) not_negative(result);
  return result;
}

Result<Matrix<double>> forecast_interval(Gaps history, int horizon, double confidence, int season,
                                         ForecastMethod method) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const std::size_t steps, read_horizon(horizon));
  STEWARD_TRY(const double share, read_confidence(confidence));
  STEWARD_TRY(const History read, read_history(history, periods));
  if (read.values.size() < 2) return Fault{FaultKind::number, phrase::history_too_short, {"1", "2"}};
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
