#pragma once

namespace steward::forecast {

/// The value below which a standard normal amount stays with this probability, 0 < probability < 1, to 1e-15 relative.
/// Wichura 1988, algorithm AS 241: elementary arithmetic only, so that it is the same on every platform and fast enough
/// for simulation.
double normal_quantile(double probability);

}  // namespace steward::forecast
