#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

/// What is kept for next year, and what is kept in reserve.
namespace steward::control {

/// CARRY(available; policy; cap; budget; encumbered; floor): what may be carried into the next year, beyond the
/// commitments, which move with their own budget.
///   none     nothing                           surplus  available, when positive
///   signed   available, an overrun too         lapse    available, when positive and not less than `floor`
///   capped   available, when positive, up to cap × budget less what is encumbered: commitments use the cap first
/// In cents. Faults: argument when capped without a budget; number when cap, floor or encumbered is negative.
/// Source: University of Connecticut, carry-forward policy (2.5 % of the budget).
Result<double> carry(double available, CarryPolicy policy, double cap, std::optional<double> budget,
                     std::optional<double> encumbered, double floor);

/// RESERVE(total; pct; emergency_share; released; months_kept; monthly_cost): one row of the reserve that is carved out
/// of a total budget: pool, base part, emergency part, released, left, untouchable, drawable.
///   pool = total × pct; emergency part = pool × emergency_share; left = pool − released
///   untouchable = months_kept × monthly_cost; drawable = left − untouchable, at least 0
/// In cents; base and emergency part add up to the pool. `released` is one amount or several that are added up.
/// Faults: number when a share is not within 0 … 1, an amount is negative, or more is released than the pool held;
/// argument when months_kept or monthly_cost is given alone; value for a text.
Result<Table> reserve(double total, double pct, double emergency_share, const std::optional<Table>& released,
                      std::optional<double> months_kept, std::optional<double> monthly_cost);

}  // namespace steward::control
