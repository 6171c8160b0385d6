#pragma once

#include <span>
#include <vector>

#include "money/money.hpp"

namespace steward::allocation {

/// Whole numbers in the proportion of the weights, at most 2^73. Decimals are taken as such: 0.1, 0.2 and 0.7 become
/// 1, 2 and 7, so that ties between shares are ties. Weights that are no short decimals keep their binary value; what
/// is smaller than the largest by more than 2^73 counts as 0. Faults: number when a weight is negative.
Result<std::vector<Minor>> whole_weights(std::span<const double> weights);

}  // namespace steward::allocation
