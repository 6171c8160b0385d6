#pragma once

#include "result.hpp"
#include "value.hpp"

namespace steward::allocation {

/// SPREAD.HOLD(values; held; new_total; decimals): break-back. The total of the values becomes the new total, those
/// that are held (a mark other than 0) keep their amount, and the others share what is left in proportion to their
/// values, equally when all of them are 0. The result has the shape of the values and adds up exactly; units that
/// cannot be shared go to the largest fractions, ties to the first. A blank value takes no part and stays blank.
/// Faults: argument when the marks have another shape; number when nothing is free to change, the free values have no
/// proportion (they add up to 0 without being 0), decimals are not 0 … 9, or an amount exceeds 2^53 minor units; value
/// for a text. Source: Anaplan, breakback.
Result<Table> spread_hold(const Table& values, const Table& held, double new_total, int decimals);

}  // namespace steward::allocation
