#include "forecast/outlook.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/intermittent.hpp"
#include "forecast/simple.hpp"
#include "forecast/width.hpp"

namespace steward::forecast {
namespace {

// A power of two near the mean amount: dividing by it loses nothing.
double unit_of(Series x) {
  double sum = 0;
  for (const double value : x) sum += std::abs(value) / static_cast<double>(x.size());
  return sum > 0 ? std::exp2(std::round(std::log2(sum))) : 1;
}

Approach choose(Series x, std::size_t season) {
  if (std::ranges::all_of(x, [&](double value) { return value == x[0]; })) return Approach::constant;
  if (is_intermittent(x)) return lump_cycle(x, season) ? Approach::lumps : Approach::intermittent;
  if (allows_ensemble(x.size(), season)) return Approach::models;
  if (season < 2) return Approach::last_value;
  return x.size() < season ? Approach::usual_level : Approach::first_year;
}

// A third each: trend without season, and trend and level with last year's shape.
Values first_year(Series x, const Straightened& scale, std::size_t horizon) {
  const Straightened plain(x, flat_pattern());
  const auto theta = [&](const Straightened& s) {
    return s.back(forecast_theta(fit_theta(s.values(), ThetaKind::dynamic), s.values(), horizon));
  };
  const EtsModel level = fit_ets(scale.values(), 1, {EtsError::additive, EtsTrend::none, EtsSeason::none});
  const Values a = theta(plain), b = theta(scale), c = scale.back(forecast_ets(level, horizon));
  Values result(horizon);
  for (std::size_t h = 0; h < horizon; ++h) result[h] = (a[h] + b[h] + c[h]) / 3;
  return result;
}

Values forecast_by(Outlook& outlook, Series x, std::size_t season, std::size_t horizon) {
  switch (outlook.approach) {
    case Approach::constant:
    case Approach::last_value:
      return flat(x.back(), horizon);
    case Approach::usual_level:
      return flat(usual_level(x), horizon);
    case Approach::first_year:
      return first_year(x, outlook.scale, horizon);
    case Approach::lumps:
      return grow_year(x, *lump_cycle(x, season), horizon);
    case Approach::intermittent:
      return flat(fading_level(x), horizon);
    default:
      outlook.models = ask_models(x, season, horizon);
      return outlook.models->forecast;
  }
}

Widths widths_by(const Outlook& outlook, Series x, std::size_t season, std::size_t horizon) {
  if (outlook.approach == Approach::models) return widths_of_models(clues_of(*outlook.models), season);
  const double scatter = scatter_of(Straightened(x, flat_pattern()).values());
  return widths_of_scatter(scatter, x.size(), season, horizon);
}

}  // namespace

Outlook look_ahead(Series history, std::size_t season, std::size_t horizon) {
  const double unit = unit_of(history);
  Values x(history.begin(), history.end());
  for (double& value : x) value /= unit;
  const Approach approach = choose(x, season);
  const bool seasonal = approach == Approach::models || approach == Approach::first_year;
  Outlook result{approach, unit, Straightened(x, seasonal ? recent_pattern(x, season) : flat_pattern()), {}, {}, 1,
                 {},       {}};
  result.forecast = forecast_by(result, x, season, horizon);
  Widths widths = widths_by(result, x, season, horizon);
  result.half_width = std::move(widths.at_95);
  result.narrowing = widths.narrowing;
  const bool never_negative = std::ranges::min(x) >= 0;
  for (double& forecast : result.forecast) forecast = unit * (never_negative ? std::max(forecast, 0.0) : forecast);
  result.past = std::move(x);
  return result;
}

}  // namespace steward::forecast
