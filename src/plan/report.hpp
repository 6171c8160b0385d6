#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Adds a sheet with the variance report: budget, actual, variance and F/A to date; budget, committed, actual,
/// available, used and status for the full year; a block for each nature, because natures are never added up. Amounts
/// are values as of the date; whatever is derived from them, and every total, is a live formula. Options: asOf (the
/// as-of date of Settings when not given), preparedBy (the unit that reports), title. Answer: the table of the report
/// as figures: line, nature, and the columns of both blocks.
Result<Plan> report(const Request& request);

}  // namespace steward::plan
