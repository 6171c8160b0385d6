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

// What the days parameter says of the known and the coming periods; nothing without it.
Result<std::optional<std::span<const double>>> own_days(const History& known,
                                                        const std::optional<std::vector<double>>& days) {
  if (!days) return std::optional<std::span<const double>>();
  if (days->size() < known.first) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  return std::optional(std::span(*days).subspan(known.first));
}

Result<Values> forecast_by_days(const History& known, std::size_t season, std::size_t horizon, ForecastMethod method,
                                const std::optional<std::vector<double>>& days) {
  STEWARD_TRY(const auto own, own_days(known, days));
  if (!own) return forecast_with(method, known.values, season, horizon);
  STEWARD_TRY(const Values even, per_average_day(known.values, *own));
  STEWARD_TRY(const Values ahead, forecast_with(method, even, season, horizon));
  return restore_days(ahead, known.values.size(), *own);
}

// A year of amounts laid along the history, so that it gives the shape.
class Profile {
 public:
  Profile(const History& known, Gaps year, std::size_t season) : known_(known), year_(year), season_(season) {}

  Outcome check() const {
    if (year_.size() >= season_) return success();
    return Fault{FaultKind::number,
                 phrase::profile_too_short,
                 {"profile", numeral(static_cast<double>(year_.size())), numeral(static_cast<double>(season_))}};
  }
  Result<Values> ahead(std::size_t horizon) const {
    STEWARD_TRY(const double pace, pace_after(known_.values, planned()));
    Values result(horizon);
    for (std::size_t h = 0; h < horizon; ++h) result[h] = pace * at(known_.values.size() + h);
    return result;
  }
  Values planned() const {
    Values result;
    for (std::size_t t = 0; t < known_.values.size(); ++t) result.push_back(at(t));
    return result;
  }

 private:
  double at(std::size_t t) const { return year_[(known_.first + t) % season_].value_or(0); }

  const History& known_;
  Gaps year_;
  std::size_t season_;
};

bool goes_by_profile(const std::optional<std::vector<std::optional<double>>>& profile, ForecastMethod method,
                     const History& known, std::size_t season) {
  return profile && method == ForecastMethod::automatic && known.values.size() < season;
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

Result<Matrix<double>> interval_by_profile(const History& known, Gaps year, std::size_t season, std::size_t horizon,
                                           double confidence) {
  const Profile profile(known, year, season);
  STEWARD_TRY(profile.check());
  STEWARD_TRY(const Values centre, profile.ahead(horizon));
  const double k = static_cast<double>(known.values.size());
  const double share = normal_quantile((1 + confidence) / 2) * scatter_around(known.values, profile.planned()) *
                       std::sqrt(1 + 1 / (k + 1));
  Values lower, upper;
  for (const double forecast : centre) {
    lower.push_back(forecast * (forecast < 0 ? 1 + share : std::max(0.0, 1 - share)));
    upper.push_back(forecast * (forecast < 0 ? std::max(0.0, 1 - share) : 1 + share));
  }
  return columns(lower, centre, upper);
}

// Lower bound, forecast and upper bound of a history as it stands.
Result<Matrix<double>> interval_with(ForecastMethod method, Series history, std::size_t season, std::size_t horizon,
                                     double confidence) {
  if (method == ForecastMethod::automatic) {
    const Outlook outlook = look_ahead(history, season, horizon);
    const Interval interval = interval_of(outlook, confidence);
    return columns(interval.lower, outlook.forecast, interval.upper);
  }
  STEWARD_TRY(Values centre, forecast_with(method, history, season, horizon));
  STEWARD_TRY(const Values widths, widths_of_errors(history, season, horizon, method));
  Values lower(horizon), upper(horizon);
  for (std::size_t h = 0; h < horizon; ++h) {
    lower[h] = centre[h] - normal_quantile((1 + confidence) / 2) * widths[h];
    upper[h] = centre[h] + normal_quantile((1 + confidence) / 2) * widths[h];
  }
  if (std::ranges::min(history) >= 0)
    for (Values* values : {&lower, &centre, &upper}) not_negative(*values);
  return columns(lower, centre, upper);
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
  Values result;
  if (goes_by_profile(profile, method, known, periods)) {
    const Profile shape(known, *profile, periods);
    STEWARD_TRY(shape.check());
    STEWARD_TRY(result, shape.ahead(steps));
  } else {
    STEWARD_TRY(result, forecast_by_days(known, periods, steps, method, days));
  }
  const bool never_negative = !known.values.empty() && std::ranges::min(known.values) >= 0;
  if (nonnegative != 0 || never_negative) not_negative(result);
  return result;
}

Result<Matrix<double>> forecast_interval(Gaps history, int horizon, double confidence, int season,
                                         ForecastMethod method, const std::optional<std::vector<double>>& days,
                                         const std::optional<std::vector<std::optional<double>>>& profile) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const std::size_t steps, read_horizon(horizon));
  STEWARD_TRY(const double share, read_confidence(confidence));
  STEWARD_TRY(const History read, read_history(history, periods));
  if (goes_by_profile(profile, method, read, periods)) return interval_by_profile(read, *profile, periods, steps, share);
  if (read.values.size() < 2) return Fault{FaultKind::number, phrase::history_too_short, {"1", "2"}};
  STEWARD_TRY(const auto own, own_days(read, days));
  if (!own) return interval_with(method, read.values, periods, steps, share);
  STEWARD_TRY(const Values even, per_average_day(read.values, *own));
  STEWARD_TRY(Matrix<double> result, interval_with(method, even, periods, steps, share));
  const Values ones(steps, 1.0);
  STEWARD_TRY(const Values factors, restore_days(ones, read.values.size(), *own));
  for (std::size_t h = 0; h < steps; ++h)
    for (std::size_t c = 0; c < 3; ++c) result.at(h, c) *= factors[h];
  return result;
}

}  // namespace steward::forecast
