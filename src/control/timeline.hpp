#pragma once

#include <string>
#include <unordered_map>

#include "calendar/fiscal_calendar.hpp"

namespace steward::control {

/// A period counted from year 0 on, so that periods are compared and subtracted over the ends of years.
using PeriodNumber = int;

/// First and last period, both included.
struct Window {
  PeriodNumber first, last;
  bool contains(PeriodNumber period) const { return period >= first && period <= last; }
  bool operator==(const Window&) const = default;
};

/// The periods of a fiscal calendar as numbers.
class Timeline {
 public:
  explicit Timeline(const calendar::FiscalCalendar& calendar = {});

  const calendar::FiscalCalendar& calendar() const { return calendar_; }
  int periods_in_year() const { return per_year_; }
  /// The period of a day; days are remembered. Faults: as calendar::period_of.
  Result<PeriodNumber> number_of(Date day);
  PeriodNumber number_of(const calendar::Period& period) const;
  calendar::Period period(PeriodNumber number) const;
  std::string label(PeriodNumber number) const { return calendar::label(period(number)); }
  /// First and last day. The period must come from a day or a label of this calendar.
  calendar::Days days(PeriodNumber number) const;

  Window quarter(PeriodNumber number) const { return part(number, 4); }
  Window half_year(PeriodNumber number) const { return part(number, 2); }
  Window year(PeriodNumber number) const { return part(number, 1); }

 private:
  Window part(PeriodNumber number, int parts) const;

  calendar::FiscalCalendar calendar_;
  int per_year_;
  std::unordered_map<int, PeriodNumber> remembered_;
};

}  // namespace steward::control
