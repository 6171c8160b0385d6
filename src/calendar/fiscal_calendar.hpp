#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "date.hpp"
#include "result.hpp"
#include "words/keywords.hpp"

/// Fiscal years, their periods, and the shares of time that budgets are measured against.
namespace steward::calendar {

/// How a fiscal year is cut into periods.
///
/// Monthly and quarterly years begin on the first of `start_month`. Week patterns (4-4-5, 4-5-4, 5-4-4: twelve periods
/// of whole weeks; 13x4: thirteen of four weeks) begin on the weekday of `anchor`, the first day of any one fiscal
/// year: each year starts on that weekday nearest to the anchor's anniversary, which is the same as to append a 53rd
/// week to the last period when the next start would fall more than 3 days before it. Of an anchor on 29 February the
/// anniversary in common years is the 28th.
///
/// A year is named after the calendar year in which it starts or ends. In week patterns that is the year of the
/// anniversary (or of the day before the next one), not of the very day: starts that move between 29 December and
/// 3 January would otherwise name two years alike and skip one.
struct FiscalCalendar {
  int start_month = 1;
  PeriodPattern pattern = PeriodPattern::monthly;
  FiscalYear year = FiscalYear::start;
  std::optional<Date> anchor{};

  bool operator==(const FiscalCalendar&) const = default;
};

/// A period of a fiscal year, a quarter of it, or all of it.
struct Period {
  enum class Kind { year, quarter, period };
  int year = 0;    ///< as the calendar names it
  int number = 0;  ///< counted from 1 within the year; 0 for the year itself
  Kind kind = Kind::period;
  auto operator<=>(const Period&) const = default;
};

/// First and last day, both included.
struct Days {
  Date first, last;
  bool operator==(const Days&) const = default;
};

/// Faults: argument when the start month is not 1…12, or a week pattern has no anchor.
Outcome check(const FiscalCalendar& calendar);

/// 12, 4 or 13.
int periods_in_year(PeriodPattern pattern);

/// The period in which a day falls: a quarter in a quarterly calendar.
/// Faults: those of check(); value when the day is outside the years 1 to 9998.
Result<Period> period_of(const FiscalCalendar& calendar, Date day);

/// "FY2026-P03", "FY2026-Q1", "FY2026".
std::string label(const Period& period);
Result<std::string> label(const FiscalCalendar& calendar, Date day);

/// Reads a label, without case and trimmed. A quarter ("FY2026-Q1") and a year ("FY2026") can be read in every calendar
/// but 13x4, which has no quarters. Faults: value when it is no label of this calendar ("FY2026-P13" in a monthly one).
Result<Period> parse_label(const FiscalCalendar& calendar, std::string_view written);

Result<Days> days_of(const FiscalCalendar& calendar, const Period& period);
Result<Date> first_day(const FiscalCalendar& calendar, std::string_view label);
Result<Date> last_day(const FiscalCalendar& calendar, std::string_view label);

/// The period `count` later (earlier when negative), of the same kind, over ends of years.
Period moved(const FiscalCalendar& calendar, const Period& period, int count);
inline Period next(const FiscalCalendar& calendar, const Period& period) {
  return moved(calendar, period, 1);
}

/// PERIOD(date; start_month; pattern; year; anchor)
Result<std::string> period(Date day, int start_month, PeriodPattern pattern, FiscalYear year,
                           std::optional<Date> anchor);
/// PERIOD.START(label; start_month; pattern; year; anchor)
Result<Date> period_start(std::string_view label, int start_month, PeriodPattern pattern, FiscalYear year,
                          std::optional<Date> anchor);
/// PERIOD.END(label; start_month; pattern; year; anchor)
Result<Date> period_end(std::string_view label, int start_month, PeriodPattern pattern, FiscalYear year,
                        std::optional<Date> anchor);

}  // namespace steward::calendar
