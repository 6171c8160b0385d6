#pragma once

#include "forecast/series.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::forecast {

/// The forecast of one named method for 1…horizon steps; `automatic` is look_ahead. The history is gapless.
///   ets         exponential smoothing, the form with the least AICc of fifteen (ets.hpp)
///   theta       dynamic optimised Theta on the history without its recent seasonal pattern (theta.hpp)
///   ces         complex exponential smoothing, with season from two years on (ces.hpp)
///   ses, holt, damped  simple exponential smoothing, linear and damped trend; a seasonal history is adjusted by the
///               classical multiplicative pattern first, as in the benchmarks of the M4 competition
///   naive, seasonal_naive, drift, mean  the last value; the last year; first to last; the plain average
///   croston     mean amount a period where amounts come now and then (SBA, intermittent.hpp)
///   last_year   last year times the root of its growth (simple.hpp)
/// Fault: number when the history is too short: ets, theta and damped need 4 values, ces, ses and holt 3,
/// seasonal_naive and last_year a year.
Result<Values> forecast_with(ForecastMethod method, Series history, std::size_t season, std::size_t horizon);

}  // namespace steward::forecast
