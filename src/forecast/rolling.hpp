#pragma once

#include "result.hpp"
#include "value.hpp"

namespace steward::forecast {

/// ROLLING(actuals; forecast; closed; window): what has happened, and what is expected of the next `window` periods.
/// Both series start at period 1 of the same calendar. The result has closed + window values, actuals 1 … closed and
/// forecasts closed + 1 … closed + window, laid as the actuals are (a column, or a row for a range of one row). A value
/// that is missing is #N/A in its place.
/// Faults: number when closed is negative or window is below 1; value when a cell that is needed is a text.
Result<Table> rolling(const Table& actuals, const Table& forecast, int closed, int window);

}  // namespace steward::forecast
