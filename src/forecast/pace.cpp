#include "forecast/pace.hpp"
#include <cmath>

#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {

Result<double> pace_after(Series actual, Series planned) {
  if (actual.empty()) return 1.0;
  const double plan = mean(planned), k = static_cast<double>(actual.size());
  if (!(plan > 0)) return Fault{FaultKind::number, phrase::cannot_spread_shape, {}};
  return 1 + k / (k + 2) * (mean(actual) / plan - 1);
}

double scatter_around(Series actual, Series planned) {
  const double average = mean(planned);
  if (actual.size() < 2 || !(average > 0)) return 0.25;
  const double pace = mean(actual) / average;
  double squares = 0;
  for (std::size_t t = 0; t < actual.size(); ++t) {
    const double distance = actual[t] - pace * planned[t];
    squares += distance * distance;
  }
  return std::sqrt(squares / static_cast<double>(actual.size() - 1)) / average;
}

}  // namespace steward::forecast
