#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/fiscal_calendar.hpp"
#include "recognise/table.hpp"

namespace steward::plan {

/// Where figures of a period belong in a fiscal calendar: a month in its period, a half-year or a year spread over its
/// periods, days and weeks in the month in which they begin.
class PeriodPlaces {
 public:
  /// `year`: the fiscal year of periods that name none; "Year 1" is that year.
  PeriodPlaces(const calendar::FiscalCalendar& calendar, int year, std::string title)
      : calendar_(calendar), year_(year), title_(std::move(title)) {}

  /// First days of the periods over which a figure is spread evenly. `year` is what the column says, 0 nothing.
  /// Faults: refused when the month of a day or week is not known, and for a thirteenth month.
  Result<std::vector<Date>> of(const std::optional<recognise::PeriodName>& name, int year) const;

 private:
  Result<std::vector<Date>> whole_year(int year) const;
  Result<std::vector<Date>> month(const recognise::PeriodName& name, int year) const;
  Result<std::vector<Date>> quarters(int year, int first, int last) const;
  Result<std::vector<Date>> week(const recognise::PeriodName& name, int year) const;
  std::vector<Date> month_of(int year, int month) const;

  calendar::FiscalCalendar calendar_;
  int year_;
  std::string title_;
};

}  // namespace steward::plan
