#include "forecast/simple.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

double yearly_growth(Series x, std::size_t season) {
  const std::size_t overlap = std::min(x.size() - season, season);
  double last = 0, before = 0;
  for (std::size_t i = 0; i < overlap; ++i) {
    last += x[x.size() - 1 - i];
    before += x[x.size() - 1 - i - season];
  }
  return last > 0 && before > 0 ? std::clamp(last / before, 0.5, 2.0) : 1;
}

}  // namespace

Values repeat_year(Series x, std::size_t season, std::size_t horizon) {
  if (x.size() < season) return flat(x.back(), horizon);
  Values result(horizon);
  for (std::size_t h = 0; h < horizon; ++h) result[h] = x[x.size() - season + h % season];
  return result;
}

Values grow_year(Series x, std::size_t season, std::size_t horizon) {
  Values result = repeat_year(x, season, horizon);
  if (x.size() <= season) return result;
  const double growth = std::sqrt(yearly_growth(x, season));
  double factor = 1;
  for (std::size_t h = 0; h < horizon; ++h) {
    if (h % season == 0) factor *= growth;
    result[h] *= factor;
  }
  return result;
}

Values carry_drift(Series x, std::size_t horizon) {
  const double drift = x.size() > 1 ? (x.back() - x.front()) / static_cast<double>(x.size() - 1) : 0;
  Values result(horizon);
  for (std::size_t h = 0; h < horizon; ++h) result[h] = x.back() + drift * static_cast<double>(h + 1);
  return result;
}

double usual_level(Series x) {
  double sum = 0, weights = 0, weight = 1;
  for (std::size_t t = x.size(); t-- > 0; weight *= 0.9) {
    sum += weight * x[t];
    weights += weight;
  }
  return (sum / weights + median(Values(x.begin(), x.end()))) / 2;
}

}  // namespace steward::forecast
