#pragma once

#include <span>

#include "result.hpp"
#include "value.hpp"

namespace steward::allocation {

/// REALLOCATE(budget; results; rules): proposals by tier, what to cut, hold and raise. The rules have two columns, the
/// return multiple (result / budget) from which a rule applies and the share of the budget it moves, negative for a
/// cut, 0 to hold; a multiple below all rules, or a budget of 0, holds. Columns, a row for each line: "cut", "hold" or
/// "raise", the change, the new budget. Zero-sum within the pool, exact in cents: what is cut is what is raised. Where
/// the rules cut more than they raise, or the other way round, the larger side is scaled down in proportion. Faults:
/// argument when the ranges differ in length or the rules are not usable; number when a budget is negative or a rule
/// cuts more than the budget; value for a text.
Result<Table> reallocate(std::span<const double> budget, std::span<const double> results, const Table& rules);

}  // namespace steward::allocation
