#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"

namespace steward::allocation {

/// ALLOCATE(total; weights; decimals; minimum; maximum): the total shared in the proportion of the weights, each part
/// whole in the minor unit (`decimals`) and within its bounds; see share.hpp for method and ties. The result has the
/// shape of the weights. A blank weight takes no part and gives a blank. Minimum and maximum are one for all or one for
/// each weight; a blank is no bound. The parts add up to the total rounded to the minor unit.
/// Faults: number when a weight is negative, all are 0, the bounds do not fit, decimals are not 0 … 9, or an amount
/// exceeds 2^53 minor units; argument when bounds have another shape; value for a text.
Result<Table> allocate(double total, const Table& weights, int decimals, const std::optional<Table>& minimum,
                       const std::optional<Table>& maximum);

}  // namespace steward::allocation
