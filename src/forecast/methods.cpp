#include "forecast/methods.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/intermittent.hpp"
#include "forecast/outlook.hpp"
#include "forecast/simple.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {
namespace {

std::size_t needed(ForecastMethod method, std::size_t season) {
  switch (method) {
    case ForecastMethod::ets:
    case ForecastMethod::theta:
    case ForecastMethod::damped:
      return 4;
    case ForecastMethod::ces:
    case ForecastMethod::ses:
    case ForecastMethod::holt:
      return 3;
    case ForecastMethod::seasonal_naive:
    case ForecastMethod::last_year:
      return season;
    default:
      return 1;
  }
}

// Smoothing without season, the season taken out before and put back after when the classical test finds one.
Values smooth(Series x, std::size_t season, std::size_t horizon, EtsTrend trend) {
  const bool seasonal = is_seasonal(x, season) && std::ranges::min(x) > 0;
  const SeasonalPattern pattern = seasonal ? decompose(x, season, true) : flat_pattern();
  const EtsModel model = fit_ets(adjusted(x, pattern), 1, {EtsError::additive, trend, EtsSeason::none}, 300);
  Values result = forecast_ets(model, horizon);
  restore(result, pattern, x.size());
  return result;
}

Values theta(Series x, std::size_t season, std::size_t horizon) {
  const SeasonalPattern pattern = recent_pattern(x, season);
  const Values plain = adjusted(x, pattern);
  Values result = forecast_theta(fit_theta(plain, ThetaKind::dynamic), plain, horizon);
  restore(result, pattern, x.size());
  return result;
}

// The history on a scale near 1, for methods that search for their parameters.
Values by_search(ForecastMethod method, Series x, std::size_t season, std::size_t horizon) {
  switch (method) {
    case ForecastMethod::ets:
      return forecast_ets(choose_ets(x, season), horizon);
    case ForecastMethod::theta:
      return theta(x, season, horizon);
    case ForecastMethod::ces:
      return forecast_ces(fit_ces(x, season, 300), horizon);
    case ForecastMethod::ses:
      return smooth(x, season, horizon, EtsTrend::none);
    case ForecastMethod::holt:
      return smooth(x, season, horizon, EtsTrend::additive);
    default:
      return smooth(x, season, horizon, EtsTrend::damped);
  }
}

}  // namespace

Result<Values> forecast_with(ForecastMethod method, Series history, std::size_t season, std::size_t horizon) {
  const std::size_t least = needed(method, season);
  if (history.size() < least)
    return Fault{FaultKind::number,
                 phrase::history_too_short,
                 {numeral(static_cast<double>(history.size())), numeral(static_cast<double>(least))}};
  switch (method) {
    case ForecastMethod::automatic:
      return look_ahead(history, season, horizon).forecast;
    case ForecastMethod::naive:
      return flat(history.back(), horizon);
    case ForecastMethod::seasonal_naive:
      return repeat_year(history, season, horizon);
    case ForecastMethod::drift:
      return carry_drift(history, horizon);
    case ForecastMethod::mean:
      return flat(mean(history), horizon);
    case ForecastMethod::croston:
      return flat(croston_level(history), horizon);
    case ForecastMethod::last_year:
      return grow_year(history, season, horizon);
    default:
      break;
  }
  const double unit = unit_of(history);
  Values scaled(history.begin(), history.end());
  for (double& value : scaled) value /= unit;
  Values result = by_search(method, scaled, season, horizon);
  for (double& value : result) value *= unit;
  return result;
}

}  // namespace steward::forecast
