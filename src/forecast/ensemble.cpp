#include "forecast/ensemble.hpp"

#include <algorithm>

#include "forecast/simple.hpp"

namespace steward::forecast {
namespace {

// Damped trend, season by sum or by factor, whichever has the lower AICc.
EtsModel fit_damped(Series x, std::size_t season) {
  const bool seasonal = season > 1;
  EtsModel sums =
      fit_ets(x, season, {EtsError::additive, EtsTrend::damped, seasonal ? EtsSeason::additive : EtsSeason::none});
  if (std::ranges::min(x) <= 0) return sums;
  EtsModel factors = fit_ets(
      x, season, {EtsError::multiplicative, EtsTrend::damped, seasonal ? EtsSeason::multiplicative : EtsSeason::none});
  return factors.aicc < sums.aicc ? factors : sums;
}

std::size_t highest_order(std::size_t season) {
  return std::max<std::size_t>(4, season + 1);
}

}  // namespace

double middle_of(std::array<double, member_count> said) {
  std::ranges::sort(said);
  return (said[1] + 2 * said[2] + 2 * said[3] + said[4]) / 6;
}

Ensemble ask_models(Series x, std::size_t season, std::size_t horizon) {
  Straightened scale(x, recent_pattern(x, season));
  const Series s = scale.values();
  Ensemble e{scale,
             fit_theta(s, ThetaKind::dynamic),
             fit_theta(s, ThetaKind::fixed),
             fit_autoregression(s, highest_order(season)),
             fit_ces(s, 1),
             fit_damped(x, season),
             {},
             Values(horizon)};
  e.said = {scale.back(forecast_theta(e.dynamic_theta, s, horizon)),
            scale.back(forecast_theta(e.fixed_theta, s, horizon)),
            scale.back(forecast_autoregression(e.autoregression, s, horizon)),
            scale.back(forecast_ces(e.ces, horizon)),
            forecast_ets(e.ets, horizon),
            repeat_year(x, season, horizon)};
  for (std::size_t h = 0; h < horizon; ++h) {
    std::array<double, member_count> said;
    for (std::size_t m = 0; m < member_count; ++m) said[m] = e.said[m][h];
    e.forecast[h] = middle_of(said);
  }
  return e;
}

}  // namespace steward::forecast
