#pragma once

#include <optional>
#include <span>
#include <string>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::allocation {

/// TIER(multiple; limits): the tier of a return multiple (return / cost), "S" from 5, "A" from 2, "B" from 1, else
/// "Out", or from the three limits given, highest first. Multiples are compared within 1e-12. Faults: argument when the
/// limits are not three falling numbers.
Result<std::string> tier(double multiple, const std::optional<Table>& limits);

/// STREAK(values; comparison; limit): how many periods in a row, up to the last that has a value, compare so with the
/// limit. Blanks at the end are periods to come; one in between breaks the row. Figures are compared as decimals.
Result<double> streak(std::span<const std::optional<double>> values, Comparison comparison, double limit);

/// REBATE(amount; tiers; mode): a stepped rebate. The tiers have two columns, the amount from which a rate applies and
/// the rate; an amount below the first has no rebate.
///   whole      rate of the tier reached × the whole amount
///   marginal   each rate × the part of the amount within its tier
/// Not rounded. Faults: argument when the tiers have no two columns or a threshold twice; value for a blank or a text.
Result<double> rebate(double amount, const Table& tiers, RebateMode mode);

/// PARETO(values; share): 1 for the largest values that together make up the share of the total, else 0; a blank stays
/// blank. Ties go to the first; nothing is marked in a total of 0.
/// Faults: number when a value is negative or the share is not within 0 … 1; value for a text.
Result<Table> pareto(const Table& values, double share);

}  // namespace steward::allocation
