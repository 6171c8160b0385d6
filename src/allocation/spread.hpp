#pragma once

#include "result.hpp"
#include "value.hpp"

namespace steward::allocation {

/// SPREAD(total; by; decimals): phases a total over periods so that they add up to it exactly. `by` is
///   a number        that many equal periods, as a column
///   a pattern       weeks, "4-4-5" (3 values) or "4-4-5x4" (12), as a column
///   a range         weights, such as last year's actuals, in their own shape; a blank one gets a blank
/// Units that cannot be shared go to the largest fractions, ties to the first period; see share.hpp.
/// Faults: number when a weight is negative or all are 0, a count is not a whole number from 1, decimals are not 0 … 9,
/// or the total exceeds 2^53 minor units; argument for an unknown pattern; value for a text among weights.
Result<Table> spread(double total, const Table& by, int decimals);

}  // namespace steward::allocation
