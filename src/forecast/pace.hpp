#pragma once

#include "forecast/series.hpp"
#include "result.hpp"

namespace steward::forecast {

/// What the rest of a plan is to be multiplied by, after k periods of it are known: 1 + k/(k + 2)·(actual/planned − 1).
/// The more is known, the more of the difference is carried on; a single odd month is not. 1 when nothing is known.
/// Fault: number when the plan of the known periods is not positive, so that it gives no scale.
Result<double> pace_after(Series actual, Series planned);

/// Relative scatter of the known periods of a plan around it at their own pace: √(Σ(actual − p·planned)²/(k − 1)) over
/// the mean of the plan, p = Σactual/Σplanned. A quarter while one period is known, which tells nothing of scatter.
double scatter_around(Series actual, Series planned);

}  // namespace steward::forecast
