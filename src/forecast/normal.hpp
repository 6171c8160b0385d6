#pragma once

#include <span>

namespace steward::forecast {

/// The value below which a standard normal amount stays with this probability, 0 < probability < 1, to 1e-15 relative.
/// Wichura 1988, algorithm AS 241: elementary arithmetic only, so that it is the same on every platform and fast enough
/// for simulation.
double normal_quantile(double probability);

/// normal_quantile of each, in place.
void to_normal_scores(std::span<double> probabilities);

}  // namespace steward::forecast
