#include "forecast/outlook.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/intermittent.hpp"
#include "forecast/level_shift.hpp"
#include "forecast/normal.hpp"
#include "forecast/one_off.hpp"
#include "forecast/simple.hpp"
#include "forecast/width.hpp"

namespace steward::forecast {
namespace {

// Half of what lies outside is above: the normal quantiles of 0.9 and 0.975.
constexpr double score_at_80 = 1.2815515655446004, score_at_95 = 1.959963984540054;

Approach choose(Series x, std::size_t season) {
  if (std::ranges::all_of(x, [&](double value) { return value == x[0]; })) return Approach::constant;
  if (is_intermittent(x)) return lump_cycle(x, season) ? Approach::lumps : Approach::intermittent;
  if (allows_ensemble(x.size(), season)) return Approach::models;
  if (season < 2) return Approach::last_value;
  return x.size() < season ? Approach::usual_level : Approach::first_year;
}

// A line that began late has zeros before its first amount, which say nothing of what it is now. Three at least, and
// none after: else they belong to the way its amounts come.
Series since_start(Series x) {
  const auto first = std::ranges::find_if(x, [](double value) { return value != 0; });
  const Series rest(first, x.end());
  const bool late = first - x.begin() >= 3 && !rest.empty() && std::ranges::find(rest, 0.0) == rest.end();
  return late ? rest : x;
}

// What is too long ago to say anything of the next year.
Series recent_part(Series x, std::size_t season) {
  const std::size_t kept = std::max(std::clamp<std::size_t>(20 * season, 400, 1500), 4 * season);
  return x.size() > kept ? x.last(kept) : x;
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
      outlook.cycle = *lump_cycle(x, season);
      return grow_year(x, outlook.cycle, horizon);
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

// The unit of a line of negative amounts is negative, and turns the bounds round.
void add_bounds(Interval& interval, double a, double b) {
  interval.lower.push_back(std::min(a, b));
  interval.upper.push_back(std::max(a, b));
}

Interval spread_of_past(const Outlook& outlook, double confidence) {
  Values sorted(outlook.past);
  std::ranges::sort(sorted);
  const double low = quantile(sorted, (1 - confidence) / 2), high = quantile(sorted, (1 + confidence) / 2);
  Interval result;
  for (const double amount : outlook.forecast) {
    const double forecast = amount / outlook.unit;
    add_bounds(result, outlook.unit * std::min(low, forecast), outlook.unit * std::max(high, forecast));
  }
  return result;
}

Interval spread_of_lumps(const Outlook& outlook, double confidence) {
  const double share = change_of_lumps(outlook) * normal_quantile((1 + confidence) / 2);
  Interval result;
  for (const double forecast : outlook.forecast)
    add_bounds(result, forecast * std::max(0.0, 1 - share), forecast * (1 + share));
  return result;
}

}  // namespace

Outlook look_ahead(Series whole_history, std::size_t season, std::size_t horizon) {
  const Series history = since_start(recent_part(whole_history, season));
  const bool negative_line = std::ranges::max(history) <= 0 && std::ranges::min(history) < 0;
  const double unit = negative_line ? -unit_of(history) : unit_of(history);
  Values x(history.begin(), history.end());
  for (double& value : x) value /= unit;
  const Approach approach = choose(x, season);
  std::vector<std::size_t> odd;
  // A one-off under a year can be told from a level only; between one and two years it may be last year's shape.
  const std::size_t known_season = approach == Approach::usual_level ? 1 : season;
  if (approach == Approach::models || approach == Approach::usual_level) {
    odd = one_offs(x, known_season);
    x = without_one_offs(x, known_season, odd);
  }
  std::optional<LevelShift> shift;
  if (approach == Approach::models || approach == Approach::usual_level || approach == Approach::first_year)
    shift = level_shift(x);
  if (shift) x = on_new_level(x, *shift);
  const bool seasonal = approach == Approach::models || approach == Approach::first_year;
  Outlook result{approach, unit, Straightened(x, seasonal ? recent_pattern(x, season) : flat_pattern())};
  result.skipped = whole_history.size() - history.size();
  result.one_offs = std::move(odd);
  result.shift = shift;
  result.forecast = forecast_by(result, x, season, horizon);
  Widths widths = widths_by(result, x, season, horizon);
  result.half_width = std::move(widths.at_95);
  result.narrowing = widths.narrowing;
  const bool never_negative = std::ranges::min(x) >= 0;
  for (double& forecast : result.forecast) forecast = unit * (never_negative ? std::max(forecast, 0.0) : forecast);
  result.past = std::move(x);
  return result;
}

ErrorShape::ErrorShape(double narrowing)
    : narrowing_(narrowing),
      outer_power_(narrowing < 1 ? std::log(narrowing) / std::log(score_at_80 / score_at_95) : 1),
      inner_power_((outer_power_ + 1) / 2) {}

double ErrorShape::half_widths_at(double score) const {
  const double size = std::abs(score);
  const double share = size > score_at_80 ? std::pow(size / score_at_95, outer_power_)
                                          : narrowing_ * std::pow(size / score_at_80, inner_power_);
  return score < 0 ? -share : share;
}

double change_of_lumps(const Outlook& outlook) {
  double squares = 0, count = 0;
  for (std::size_t t = outlook.cycle; t < outlook.past.size(); ++t) {
    const double before = outlook.past[t - outlook.cycle];
    if (before == 0) continue;
    squares += (outlook.past[t] / before - 1) * (outlook.past[t] / before - 1);
    count += 1;
  }
  return count > 0 ? std::sqrt(squares / count) : 0.2;
}

Interval interval_of(const Outlook& outlook, double confidence) {
  if (outlook.approach == Approach::intermittent) return spread_of_past(outlook, confidence);
  if (outlook.approach == Approach::lumps) return spread_of_lumps(outlook, confidence);
  const double share = ErrorShape(outlook.narrowing).half_widths_at(normal_quantile((1 + confidence) / 2));
  const bool never_negative = std::ranges::min(outlook.past) >= 0;
  Interval result;
  for (std::size_t h = 0; h < outlook.forecast.size(); ++h) {
    const double forecast = outlook.forecast[h] / outlook.unit, centre = outlook.scale.forth(forecast, h);
    const double width = share * outlook.half_width[h];
    const auto [low, high] =
        std::minmax({outlook.scale.back(centre - width, h), outlook.scale.back(centre + width, h)});
    const double lower = std::min(never_negative ? std::max(low, 0.0) : low, forecast);
    add_bounds(result, outlook.unit * lower, outlook.unit * std::max(high, forecast));
  }
  return result;
}

}  // namespace steward::forecast
