#include "control/timeline.hpp"

#include <algorithm>

namespace steward::control {

Timeline::Timeline(const calendar::FiscalCalendar& calendar)
    : calendar_(calendar), per_year_(calendar::periods_in_year(calendar.pattern)) {}

Result<PeriodNumber> Timeline::number_of(Date day) {
  const int key = static_cast<int>(day.time_since_epoch().count());
  if (const auto known = remembered_.find(key); known != remembered_.end()) return known->second;
  STEWARD_TRY(const auto period, calendar::period_of(calendar_, day));
  return remembered_[key] = number_of(period);
}

PeriodNumber Timeline::number_of(const calendar::Period& period) const {
  return period.year * per_year_ + std::max(period.number, 1) - 1;
}

calendar::Period Timeline::period(PeriodNumber number) const {
  const auto kind =
      calendar_.pattern == PeriodPattern::quarterly ? calendar::Period::Kind::quarter : calendar::Period::Kind::period;
  return {number / per_year_, number % per_year_ + 1, kind};
}

calendar::Days Timeline::days(PeriodNumber number) const {
  return calendar::days_of(calendar_, period(number)).value();
}

Window Timeline::part(PeriodNumber number, int parts) const {
  const int length = per_year_ / parts, start = number - number % per_year_;
  const int index = std::min(number % per_year_ / length, parts - 1);
  // Thirteen periods: the last part takes what is left over.
  const int last = index == parts - 1 ? per_year_ - 1 : (index + 1) * length - 1;
  return {start + index * length, start + last};
}

}  // namespace steward::control
