#pragma once

#include "forecast/history.hpp"

namespace steward::forecast {

/// SEASONALITY(history; season): the seasonal index of each period of the year, the first being that of the first
/// amount, by classical decomposition: the mean of amount over centred moving average of a year, scaled to mean 1. When
/// an amount is not positive: the mean of amount less moving average, with mean 0, in the unit of the history. Source:
/// Makridakis, Wheelwright & Hyndman 1998, ratio-to-moving-average. Faults: not_available without history; number for a
/// season under 2 or a history of less than two years.
Result<Values> seasonality(Gaps history, int season);

}  // namespace steward::forecast
