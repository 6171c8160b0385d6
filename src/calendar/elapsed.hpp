#pragma once

#include "date.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::calendar {

/// ELAPSED(as_of; start; end; basis): the share of a span of days that has passed, from 0 to 1.
///   inclusive   (as_of − start + 1) / (end − start + 1): as_of itself has passed
///   exclusive   (as_of − start) / (end − start)
/// Before the span it is 0, after it 1; a span of one day is 1 on that day.
/// Faults: number when the end is before the start.
/// Source: OCA account-budgeting, theoretical amount of a budget line (exclusive).
Result<double> elapsed(Date as_of, Date start, Date end, DayBasis basis);

}  // namespace steward::calendar
