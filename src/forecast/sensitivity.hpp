#pragma once

#include <span>

#include "result.hpp"
#include "value.hpp"

namespace steward::forecast {

/// SENSITIVITY(label; low; base; high): the rows of a tornado chart, largest swing first. `low` and `high` are what the
/// result becomes when a driver is at its low and its high, `base` the result with all at their base (one for all, or
/// one each). Columns: label, low − base, high − base, swing = |high − low|, share of the swing squared in the sum of
/// all squares (what part of the variance the driver makes when drivers are independent; blank when nothing swings).
/// Equal swings stay in the order given. Faults: argument when the ranges differ in length; not_available for an empty
/// list.
Result<Table> sensitivity(const Table& label, std::span<const double> low, std::span<const double> base,
                          std::span<const double> high);

}  // namespace steward::forecast
