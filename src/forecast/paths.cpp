#include "forecast/paths.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/normal.hpp"
#include "forecast/random.hpp"

namespace steward::forecast {
namespace {

// The share of the variance of an error that is common to all periods, beyond what smoothing passes on.
constexpr double common_share = 0.2;

// How much of an error of the level the next periods inherit.
double inherited(const Outlook& outlook) {
  return outlook.approach == Approach::models ? outlook.models->dynamic_theta.alpha : 0.3;
}

// Scores of one path: standard normal in every period, dependent between periods.
void draw_scores(Random& random, double alpha, Values& scores) {
  const double common = normal_quantile(random.share());
  double level = 0, variance = 1;
  for (double& score : scores) {
    const double own = normal_quantile(random.share());
    const double passed_on = (own + alpha * level) / std::sqrt(variance);
    score = std::sqrt(common_share) * common + std::sqrt(1 - common_share) * passed_on;
    level += own;
    variance += alpha * alpha;
  }
}

double resampled(const Outlook& outlook, Random& random) {
  return outlook.unit * outlook.past[random.below(outlook.past.size())];
}

}  // namespace

Matrix<double> possible_paths(const Outlook& outlook, std::size_t count, unsigned seed) {
  const std::size_t horizon = outlook.forecast.size();
  const double alpha = inherited(outlook);
  const ErrorShape shape(outlook.narrowing);
  const bool one_sign = std::ranges::min(outlook.past) >= 0;
  const double lump_change = outlook.approach == Approach::lumps ? change_of_lumps(outlook) : 0;
  Random random(seed);
  Values scores(horizon);
  Matrix<double> paths(count, horizon);
  for (std::size_t path = 0; path < count; ++path) {
    draw_scores(random, alpha, scores);
    for (std::size_t h = 0; h < horizon; ++h) {
      double& amount = paths.at(path, h);
      if (outlook.approach == Approach::intermittent) {
        amount = resampled(outlook, random);
      } else if (outlook.approach == Approach::lumps) {
        amount = outlook.forecast[h] * std::max(0.0, 1 + lump_change * scores[h]);
      } else {
        const double centre = outlook.scale.forth(outlook.forecast[h] / outlook.unit, h);
        const double moved = outlook.scale.back(centre + outlook.half_width[h] * shape.half_widths_at(scores[h]), h);
        amount = outlook.unit * (one_sign ? std::max(moved, 0.0) : moved);
      }
    }
  }
  return paths;
}

}  // namespace steward::forecast
