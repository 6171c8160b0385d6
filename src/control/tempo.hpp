#pragma once

#include <optional>
#include <span>

#include "date.hpp"
#include "money/money.hpp"
#include "result.hpp"

/// Whether money is spent too fast or too slowly for the time that has passed.
namespace steward::control {

/// UNDERUSED(consumed; budget; elapsed; limit): 1 when consumed < limit × budget × elapsed, else 0. Exactly at the limit
/// is not under-used. `elapsed` is the share of the period that has passed, as ELAPSED gives it.
/// Faults: number when elapsed is not within 0 … 1 or the limit is negative.
/// Source: pace below 50 % counts as slow execution (执行偏慢).
Result<double> underused(double consumed, double budget, double elapsed, double limit);

/// PACE(actual; phased_to_date) = actual / the budget phased to date; 1 is on time, above 1 faster than planned.
/// 0/0 is 0. Faults: division_by_zero when something was spent before anything was planned.
Result<double> pace(double actual, double phased_to_date);

/// How many times the average of the periods before it the last one is: a year-end spike is what passes the multiple that
/// is still usual. Nothing without an average above 0. Exact within 1e-12.
std::optional<double> last_against_average(std::span<const Money> by_period);

/// EXHAUSTED(date; spent; budget; year_end; as_of; window): the day on which the budget is used up at the rate of the
/// last `window` days up to as_of, both ends included (0: all days from the first date on).
///   rate = spent in the window / its days; day = as_of + the remaining budget / rate, rounded up to whole days
/// Without as_of it is the last date given. What is dated after as_of is not counted, nor is a row without a date and
/// amount. A budget that is used up already gives the day on which that happened. Amounts are counted in cents.
/// Faults: not_available when the day is not before year_end, or nothing is spent in the window; argument when the
/// ranges differ in length or the window is negative; value when a date or an amount stands alone; number when the
/// budget is negative.
Result<Date> exhausted(std::span<const std::optional<Date>> dates, std::span<const std::optional<double>> spent, double budget,
                       Date year_end, std::optional<Date> as_of, int window);

}  // namespace steward::control
