#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "calendar/fiscal_calendar.hpp"
#include "value.hpp"

namespace steward::ledger {

/// The columns of a matrix over time: stretches of days that may overlap, as numbers of days from the null date.
class PeriodAxis {
 public:
  /// Periods are labels of the calendar ("FY2026-P03", "FY2026-Q1", "FY2026"), "*" for all days, or first days: a month
  /// each, unless a second row gives the last days. A blank one stays blank. One column of more than two rows is read
  /// downwards. Faults: value when a period can be read as none of these.
  static Result<PeriodAxis> from(const Table& periods, const calendar::FiscalCalendar& calendar, Date null_date);

  std::size_t columns() const { return stretches_.size(); }
  bool is_blank(std::size_t column) const { return !stretches_[column]; }
  /// First and last day of a column that is not blank, as numbers of days.
  std::pair<double, double> days(std::size_t column) const { return {stretches_[column]->first, stretches_[column]->last}; }
  /// The columns in which a day falls; its time of day does not count.
  std::span<const std::uint32_t> columns_of(double day) const;

 private:
  struct Stretch {
    double first, last;
  };
  void cut();

  std::vector<std::optional<Stretch>> stretches_;
  std::vector<double> cuts_;         ///< where the set of columns changes, ascending
  std::vector<std::size_t> starts_;  ///< of each piece between cuts, where its columns begin
  std::vector<std::uint32_t> pieces_;
};

/// The calendar argument of a function: start month, pattern, year, anchor, down or across; monthly from January when
/// there is none. Faults: those of calendar::check, and argument for an unknown word.
Result<calendar::FiscalCalendar> read_calendar(const std::optional<Table>& cells, Date null_date);

}  // namespace steward::ledger
