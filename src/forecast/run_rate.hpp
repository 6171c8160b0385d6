#pragma once

#include <optional>
#include <span>

#include "result.hpp"

namespace steward::forecast {

/// RUNRATE(actuals; periods; last; closed): the year at the present rate, the average of the closed periods, or of the
/// last `last` of them, times `periods`. `last` 0 takes all; without `closed` the periods up to the last value are
/// closed. A blank among them has no value and stays out of the average.
/// Faults: number when closed or last is negative, closed exceeds the actuals, or periods is below 1; not_available
/// when no closed period has a value. Source: annualised run rate, CIMA Official Terminology.
Result<double> run_rate(std::span<const std::optional<double>> actuals, int periods, int last,
                        std::optional<int> closed);

}  // namespace steward::forecast
