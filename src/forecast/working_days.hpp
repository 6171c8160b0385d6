#pragma once

#include <span>

#include "forecast/series.hpp"
#include "result.hpp"

namespace steward::forecast {

/// A history freed from the number of working days: each amount times average days / its days. `days` are those of the
/// periods of the history, then of the periods ahead; the average is over the history. A forecast of what comes out is
/// turned back by restore_days. Faults: argument when there are fewer days than amounts; number when a period has no
/// working day.
Result<Values> per_average_day(Series history, std::span<const double> days);

/// The forecast times the days of its periods / average days of the history; `days` as above.
/// Faults: argument when days do not reach to the last period ahead; number when the history has no working day.
Result<Values> restore_days(Series forecast, std::size_t history_length, std::span<const double> days);

}  // namespace steward::forecast
