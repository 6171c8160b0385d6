#include "forecast/pace.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {

Result<double> pace_after(Series actual, Series planned) {
  if (actual.empty()) return 1.0;
  const double plan = mean(planned), k = static_cast<double>(actual.size());
  if (!(plan > 0)) return Fault{FaultKind::number, phrase::cannot_spread_shape, {}};
  return 1 + k / (k + 2) * (mean(actual) / plan - 1);
}

}  // namespace steward::forecast
