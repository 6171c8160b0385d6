#pragma once

#include <optional>

#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::control {

/// How much more than its budget a line may consume: pct × |budget|, or an amount. Of two that are given, 0 included,
/// `lower` takes the stricter and `higher` the softer. Without any the tolerance is 0.
/// Faults: number when the budget, pct or amount is negative.
Result<double> tolerance_of(double budget, std::optional<double> pct, std::optional<double> amount, LimitMode mode);

/// LIMIT(budget; pct; amount; mode) = budget + tolerance, in the budget's unit and not rounded: 333.33 with 10 % is
/// 366.663, which lets 366.66 pass and 366.67 not. A breach is strictly more than the limit.
/// Faults: as tolerance_of().
Result<double> limit(double budget, std::optional<double> pct, std::optional<double> amount, LimitMode mode);

}  // namespace steward::control
