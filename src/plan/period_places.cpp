#include "plan/period_places.hpp"

#include "words/phrases/set_up.gen.hpp"
#include "words/words.hpp"

namespace steward::plan {

using recognise::PeriodKind;
using recognise::PeriodName;
using Days = std::vector<Date>;
using calendar::Period;

namespace {

// "Period 7", "P07", "第7期" count periods of the fiscal year; "July" and "7月" name a month.
bool counts_periods(const PeriodName& name) {
  const std::string label = folded(name.label);
  return label.starts_with("p") || label.find("期") != std::string::npos;
}

}  // namespace

Result<Days> PeriodPlaces::of(const std::optional<PeriodName>& name, int year) const {
  if (year == 0) year = year_;
  if (!name) return whole_year(year);
  if (name->year != 0) year = name->year;
  switch (name->kind) {
    case PeriodKind::year: return whole_year(name->year == 0 && name->index > 0 ? year + name->index - 1 : year);
    case PeriodKind::half: return quarters(year, name->index * 2 - 1, name->index * 2);
    case PeriodKind::quarter: return quarters(year, name->index, name->index);
    case PeriodKind::month: return month(*name, year);
    case PeriodKind::day:
      if (name->month == 0) return refused(phrase::days_without_month, {title_, name->label});
      if (name->year != 0) return month_of(year, name->month);
      return month({PeriodKind::month, 0, name->month, 0, ""}, year);
    case PeriodKind::week: return week(*name, year);
  }
  return whole_year(year);
}

Result<Days> PeriodPlaces::whole_year(int year) const {
  const int count = calendar::periods_in_year(calendar_.pattern);
  const auto kind = count == 4 ? Period::Kind::quarter : Period::Kind::period;
  Days days;
  for (int number = 1; number <= count; ++number) {
    STEWARD_TRY(const auto period, calendar::days_of(calendar_, {year, number, kind}));
    days.push_back(period.first);
  }
  return days;
}

Days PeriodPlaces::month_of(int year, int month) const {
  return {date(year, static_cast<unsigned>(month), 1)};
}

Result<Days> PeriodPlaces::month(const PeriodName& name, int year) const {
  if (name.index < 1 || name.index > 12) return refused(phrase::periods_unusable, {title_, name.label});
  if (name.year != 0) return month_of(name.year, name.index);
  if (calendar_.start_month != 1 && counts_periods(name) && calendar::periods_in_year(calendar_.pattern) == 12) {
    STEWARD_TRY(const auto days, calendar::days_of(calendar_, {year, name.index, Period::Kind::period}));
    return Days{days.first};
  }
  const bool is_before_start = name.index < calendar_.start_month;
  if (calendar_.start_month != 1) year += calendar_.year == FiscalYear::start ? is_before_start : is_before_start - 1;
  return month_of(year, name.index);
}

// In a calendar of months a quarter is spread over its three.
Result<Days> PeriodPlaces::quarters(int year, int first, int last) const {
  Days days;
  const bool has_quarters = calendar::periods_in_year(calendar_.pattern) == 4;
  const int parts = has_quarters ? 1 : 3;
  for (int number = (first - 1) * parts + 1; number <= last * parts; ++number) {
    const auto kind = has_quarters ? Period::Kind::quarter : Period::Kind::period;
    STEWARD_TRY(const auto period, calendar::days_of(calendar_, {year, number, kind}));
    days.push_back(period.first);
  }
  return days;
}

Result<Days> PeriodPlaces::week(const PeriodName& name, int year) const {
  if (name.month != 0) return month({PeriodKind::month, name.year, name.month, 0, ""}, year);
  STEWARD_TRY(const auto whole, calendar::days_of(calendar_, {year, 0, Period::Kind::year}));
  const Date begin = whole.first + std::chrono::days((name.index - 1) * 7);
  const std::chrono::year_month_day day(begin > whole.last ? whole.last : begin);
  return month_of(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())));
}

}  // namespace steward::plan
