#pragma once

#include <optional>
#include <span>
#include <vector>

#include "result.hpp"
#include "value.hpp"

namespace steward::allocation {

/// SELECT(cost; value; limit; mandatory; group; rank): zero-based budgeting, the set of decision packages that brings
/// the largest total value within the limit, as 1 and 0 for each row. The set is optimal, proved by search; see
/// package_choice.hpp.
///   mandatory   rows with a mark other than 0 must be taken; of several in one group, one of them
///   group       rows with the same key are alternative levels of one package, of which at most one is taken; a row
///               without a key is a package of its own
///   rank        among sets of the same value the one that holds the best ranked rows, 1 before 2; unranked rows last
/// Costs are compared in cents, values as decimals. A cost may be negative (a saving).
/// Faults: argument when the ranges differ in length; number when the mandatory packages exceed the limit, an amount
/// exceeds 2^53 cents, or the best set cannot be proved within the limit of work; value for a text among numbers.
/// Source: Pyhrr, Zero-Base Budgeting, 1973; the multiple-choice knapsack problem.
Result<std::vector<double>> select(std::span<const double> cost, std::span<const double> value, double limit,
                                   const std::optional<Table>& mandatory, const std::optional<Table>& group,
                                   const std::optional<Table>& rank);

}  // namespace steward::allocation
