#include "forecast/width.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

// Everything here is fitted by tests/bench/fit_intervals.py: the exponents are common to all series, the constant, the
// growth with the horizon and the ratio of 80 % to 95 % go with the season.
constexpr double of_one_step = 0.293, of_ahead = 0.416, of_disagreement = 0.187, of_length = -0.133;

struct Calibration {
  double constant, of_horizon, narrowing;
};
Calibration of_season(std::size_t season) {
  if (season >= 6) return {1.956, 0.134, 0.604};
  if (season >= 2) return {2.019, 0.204, 0.566};
  return {2.048, 0.307, 0.551};
}
struct ScatterCalibration {
  double constant, of_length, of_horizon, narrowing;
};
constexpr ScatterCalibration under_a_year{4.706, -0.822, 0.027, 0.408}, under_two_years{2.677, -0.567, 0.241, 0.530};

double root_mean_square(Series errors) {
  double squares = 0;
  for (const double error : errors) squares += error * error;
  return errors.empty() ? 0 : std::sqrt(squares / static_cast<double>(errors.size()));
}

void never_narrower(Values& widths) {
  for (std::size_t h = 1; h < widths.size(); ++h) widths[h] = std::max(widths[h], widths[h - 1]);
}

}  // namespace

WidthClues clues_of(const Ensemble& e) {
  const std::size_t horizon = e.forecast.size();
  const double least = 1e-9;
  WidthClues clues{std::max(root_mean_square(Series(e.dynamic_theta.errors).subspan(2)), least),
                   errors_ahead(e.dynamic_theta, e.scale.values(), horizon), Values(horizon),
                   static_cast<double>(e.scale.values().size())};
  for (std::size_t h = 0; h < horizon; ++h) {
    double& ahead = clues.ahead[h];
    ahead = ahead > 0 ? std::max(ahead, least) : clues.one_step * std::sqrt(static_cast<double>(h + 1));
    std::array<double, member_count> said;
    for (std::size_t m = 0; m < member_count; ++m) said[m] = e.scale.forth(e.said[m][h], h);
    std::ranges::sort(said);
    clues.disagreement[h] = std::max(said[4] - said[1], 0.02 * clues.one_step);
  }
  return clues;
}

double scatter_of(Series raw) {
  Values x(raw.begin(), raw.end()), distances(x);
  const double middle = median(x);
  for (double& distance : distances) distance = std::abs(distance - middle);
  const double reach = 6 * 1.4826 * median(distances);
  if (reach > 0)
    for (double& value : x) value = std::clamp(value, middle - reach, middle + reach);
  const double centre = mean(x);
  double squares = 0;
  for (const double value : x) squares += (value - centre) * (value - centre);
  return x.size() < 2 ? 0 : std::sqrt(squares / static_cast<double>(x.size() - 1));
}

Widths widths_of_models(const WidthClues& clues, std::size_t season) {
  const Calibration fitted = of_season(season);
  Widths result{Values(clues.ahead.size()), fitted.narrowing};
  const double common =
      fitted.constant * std::pow(clues.one_step, of_one_step) * std::pow(clues.length / 60, of_length);
  for (std::size_t h = 0; h < result.at_95.size(); ++h)
    result.at_95[h] = common * std::pow(clues.ahead[h], of_ahead) * std::pow(clues.disagreement[h], of_disagreement) *
                      std::pow(static_cast<double>(h + 1), fitted.of_horizon);
  never_narrower(result.at_95);
  return result;
}

Widths widths_of_scatter(double scatter, std::size_t length, std::size_t season, std::size_t horizon) {
  const ScatterCalibration& fitted = length < season ? under_a_year : under_two_years;
  Widths result{Values(horizon), fitted.narrowing};
  for (std::size_t h = 0; h < horizon; ++h)
    result.at_95[h] = fitted.constant * scatter * std::pow(static_cast<double>(length) / 10, fitted.of_length) *
                      std::pow(static_cast<double>(h + 1), fitted.of_horizon);
  return result;
}

}  // namespace steward::forecast
