#pragma once

#include <optional>
#include <span>
#include <vector>

#include "money/money.hpp"

/// Sharing a total so that the parts add up to it.
namespace steward::allocation {

/// What a part must not fall below or exceed. Without a lower bound a part of a positive total is at least 0, without
/// an upper one a part of a negative total at most 0.
struct Bounds {
  std::optional<Money> lowest{}, highest{};
};

/// Shares a total in the proportion of the weights, exactly, by largest remainders: every part is first cut to the
/// minor unit, and the units that are left go to the largest fractions cut off, ties to the first. Negative totals
/// mirror positive ones. A weight of 0 gets nothing. Faults: number when a weight is negative, or all are 0 while the
/// total is not. Source: Hamilton's method (Balinski and Young, Fair Representation).
Result<std::vector<Money>> share(const Money& total, std::span<const double> weights);

/// The same for weights of either sign, whose sum is not 0: a part has the sign of its weight's share.
/// Faults: number when the weights add up to 0 while the total is not 0.
Result<std::vector<Money>> share_signed(const Money& total, std::span<const double> weights);

/// The same within bounds, one for each weight: a part is its proportion of what the parts at their bounds leave, so
/// that of two parts inside their bounds each has the same amount per weight.
/// Faults: as above, and number when no parts within the bounds add up to the total.
Result<std::vector<Money>> share(const Money& total, std::span<const double> weights, std::span<const Bounds> bounds);

}  // namespace steward::allocation
