#include "calendar/fiscal_calendar.hpp"
#include "words/phrases/functions.gen.hpp"

#include <array>
#include <charconv>

namespace steward::calendar {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int first_year = 1, last_year = 9998;

bool counts_weeks(PeriodPattern pattern) {
  return pattern != PeriodPattern::monthly && pattern != PeriodPattern::quarterly;
}

Date anniversary(Date anchor, int year) {
  const year_month_day day{anchor};
  const year_month_day same = std::chrono::year{year} / day.month() / day.day();
  return same.ok() ? Date{same} : Date{std::chrono::year{year} / day.month() / std::chrono::last};
}

// A fiscal year is held by the calendar year of its nominal start; names are made of it and read back here alone.
int named(const FiscalCalendar& calendar, int start_year) {
  if (calendar.year == FiscalYear::start) return start_year;
  if (!counts_weeks(calendar.pattern)) return calendar.start_month == 1 ? start_year : start_year + 1;
  return static_cast<int>(year_month_day{anniversary(*calendar.anchor, start_year + 1) - days{1}}.year());
}

int start_year_of(const FiscalCalendar& calendar, int name) {
  const int same = named(calendar, name) - name;
  return name - same;
}

// The day of the anchor's weekday within three days of its anniversary: seven days, so there is exactly one.
Date week_year_start(const FiscalCalendar& calendar, int start_year) {
  const Date earliest = anniversary(*calendar.anchor, start_year) - days{3};
  const auto ahead = std::chrono::weekday{*calendar.anchor} - std::chrono::weekday{earliest};
  return earliest + ahead;
}

Date year_start(const FiscalCalendar& calendar, int start_year) {
  if (counts_weeks(calendar.pattern)) return week_year_start(calendar, start_year);
  return date(start_year, static_cast<unsigned>(calendar.start_month), 1);
}

int weeks_before(PeriodPattern pattern, int number) {
  if (pattern == PeriodPattern::weeks_13x4) return 4 * (number - 1);
  constexpr std::array<std::array<int, 3>, 3> before{{{0, 4, 8}, {0, 4, 9}, {0, 5, 9}}};
  const auto row = static_cast<std::size_t>(pattern) - static_cast<std::size_t>(PeriodPattern::weeks_445);
  return 13 * ((number - 1) / 3) + before[row][static_cast<std::size_t>((number - 1) % 3)];
}

// First day of a period; the one after the last is the first day of the next year, which holds the 53rd week's place.
Date period_first(const FiscalCalendar& calendar, int start_year, int number) {
  const int count = periods_in_year(calendar.pattern);
  if (number > count) return year_start(calendar, start_year + 1);
  if (counts_weeks(calendar.pattern))
    return year_start(calendar, start_year) + days{7 * weeks_before(calendar.pattern, number)};
  const int months = (number - 1) * (12 / count);
  const auto month = std::chrono::year{start_year} / std::chrono::month{static_cast<unsigned>(calendar.start_month)};
  return Date{(month + std::chrono::months{months}) / 1};
}

Fault no_label(std::string_view written) {
  return {FaultKind::value, phrase::no_period_label, {std::string(written)}};
}

std::optional<int> read_whole(std::string_view digits) {
  int number = 0;
  if (digits.empty() || digits.front() == '-') return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

bool is_period_of(const FiscalCalendar& calendar, const Period& period) {
  if (period.year < first_year || period.year > last_year) return false;
  if (period.kind == Period::Kind::year) return period.number == 0;
  const bool quarters = period.kind == Period::Kind::quarter;
  if (quarters && calendar.pattern == PeriodPattern::weeks_13x4) return false;
  if (!quarters && calendar.pattern == PeriodPattern::quarterly) return false;
  return period.number >= 1 && period.number <= (quarters ? 4 : periods_in_year(calendar.pattern));
}

}  // namespace

Outcome check(const FiscalCalendar& calendar) {
  if (calendar.start_month < 1 || calendar.start_month > 12) return Fault{FaultKind::argument, phrase::no_month, {}};
  if (counts_weeks(calendar.pattern) && !calendar.anchor) return Fault{FaultKind::argument, phrase::no_anchor, {}};
  return success();
}

int periods_in_year(PeriodPattern pattern) {
  if (pattern == PeriodPattern::quarterly) return 4;
  return pattern == PeriodPattern::weeks_13x4 ? 13 : 12;
}

Result<Period> period_of(const FiscalCalendar& calendar, Date day) {
  STEWARD_TRY(check(calendar));
  const int calendar_year = static_cast<int>(year_month_day{day}.year());
  if (calendar_year < first_year || calendar_year > last_year || day < date(1, 1, 1) || day > date(9999, 1, 1))
    return Fault{FaultKind::value, phrase::no_such_day, {}};
  int start_year = calendar_year + 1;  // a week year can start some days before the year it is named after
  while (year_start(calendar, start_year) > day) --start_year;
  int number = periods_in_year(calendar.pattern);
  while (period_first(calendar, start_year, number) > day) --number;
  const auto kind = calendar.pattern == PeriodPattern::quarterly ? Period::Kind::quarter : Period::Kind::period;
  return Period{named(calendar, start_year), number, kind};
}

std::string label(const Period& period) {
  std::string year = std::to_string(period.year);
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  std::string text = "FY" + year;
  if (period.kind == Period::Kind::quarter) text += "-Q" + std::to_string(period.number);
  if (period.kind == Period::Kind::period) text += (period.number < 10 ? "-P0" : "-P") + std::to_string(period.number);
  return text;
}

Result<std::string> label(const FiscalCalendar& calendar, Date day) {
  STEWARD_TRY(auto period, period_of(calendar, day));
  return label(period);
}

Result<Period> parse_label(const FiscalCalendar& calendar, std::string_view written) {
  STEWARD_TRY(check(calendar));
  const std::string folded_label = folded(written);
  std::string_view rest = folded_label;
  if (!rest.starts_with("fy")) return no_label(written);
  rest.remove_prefix(2);
  const auto dash = rest.find('-');
  const auto year = read_whole(rest.substr(0, dash));
  if (!year) return no_label(written);
  Period period{*year, 0, Period::Kind::year};
  if (dash != std::string_view::npos) {
    rest.remove_prefix(dash + 1);
    const char letter = rest.empty() ? ' ' : rest.front();
    const auto number = letter == 'p' || letter == 'q' ? read_whole(rest.substr(1)) : std::nullopt;
    if (!number || *number == 0) return no_label(written);
    period = {*year, *number, letter == 'q' ? Period::Kind::quarter : Period::Kind::period};
  }
  if (!is_period_of(calendar, period)) return no_label(written);
  return period;
}

Result<Days> days_of(const FiscalCalendar& calendar, const Period& period) {
  STEWARD_TRY(check(calendar));
  if (!is_period_of(calendar, period)) return no_label(label(period));
  const int start_year = start_year_of(calendar, period.year);
  if (period.kind == Period::Kind::year)
    return Days{year_start(calendar, start_year), year_start(calendar, start_year + 1) - days{1}};
  const bool of_twelve = period.kind == Period::Kind::quarter && calendar.pattern != PeriodPattern::quarterly;
  const int first = of_twelve ? 3 * period.number - 2 : period.number;
  const int after = of_twelve ? first + 3 : first + 1;
  return Days{period_first(calendar, start_year, first), period_first(calendar, start_year, after) - days{1}};
}

Result<Date> first_day(const FiscalCalendar& calendar, std::string_view label) {
  STEWARD_TRY(auto period, parse_label(calendar, label));
  STEWARD_TRY(auto span, days_of(calendar, period));
  return span.first;
}

Result<Date> last_day(const FiscalCalendar& calendar, std::string_view label) {
  STEWARD_TRY(auto period, parse_label(calendar, label));
  STEWARD_TRY(auto span, days_of(calendar, period));
  return span.last;
}

Period moved(const FiscalCalendar& calendar, const Period& period, int count) {
  if (period.kind == Period::Kind::year) return {period.year + count, 0, Period::Kind::year};
  const int in_year = period.kind == Period::Kind::quarter ? 4 : periods_in_year(calendar.pattern);
  const int place = period.year * in_year + period.number - 1 + count;
  return {place / in_year, place % in_year + 1, period.kind};
}

Result<std::string> period(Date day, int start_month, PeriodPattern pattern, FiscalYear year,
                           std::optional<Date> anchor) {
  return label({start_month, pattern, year, anchor}, day);
}

Result<Date> period_start(std::string_view label, int start_month, PeriodPattern pattern, FiscalYear year,
                          std::optional<Date> anchor) {
  return first_day({start_month, pattern, year, anchor}, label);
}

Result<Date> period_end(std::string_view label, int start_month, PeriodPattern pattern, FiscalYear year,
                        std::optional<Date> anchor) {
  return last_day({start_month, pattern, year, anchor}, label);
}

}  // namespace steward::calendar
