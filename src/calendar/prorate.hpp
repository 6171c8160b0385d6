#pragma once

#include "date.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::calendar {

/// PRORATE(amount; from; to; period_start; period_end; basis): the part of an amount for the days from … to that falls
/// into a period, by days, in cents. It is the amount run up to the end of the period less that run up to the day
/// before its start, each rounded, so that consecutive periods add up to the amount:
///   inclusive   run up to a day: amount × (day − from + 1) / (to − from + 1)
///   exclusive   run up to a day: amount × (day − from) / (to − from); a span of one day falls on that day
/// Faults: number when a span ends before it starts or the amount exceeds 2^53 cents.
/// Source: OCA mis-builder, pro rata of budget items.
Result<double> prorate(double amount, Date from, Date to, Date period_start, Date period_end, DayBasis basis);

}  // namespace steward::calendar
