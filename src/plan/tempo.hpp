#pragma once

#include <vector>

#include "plan/control_book.hpp"

namespace steward::plan {

/// What the time that has passed says about a line.
struct TempoFinding {
  control::LineNumber line = 0;
  Phrase phrase;
  std::vector<std::string> blanks;
};

/// The revised budget of the year up to a day, the period of the day by its share of days; nothing as long as the line has
/// no budget in these periods, or when the day lies outside the calendar.
std::optional<Money> phased_to(ControlBook& control, control::LineNumber line, Date as_of);

/// Actual to date against the budget phased to date, the current period by its share of days (pace): spending below half
/// of it is under-used; revenue is measured by attainment, and a shortfall of 5, 10 and 20 % reaches the alert levels.
/// Nothing is said before the first period with a budget is over, nor of a workbook without any actuals.
class Tempo {
 public:
  explicit Tempo(ControlBook& control);

  /// A posting of the ledger; what is dated after the as-of date, or in another year, does not count.
  void count(const ledger::Posting& posting);
  std::vector<TempoFinding> findings();

 private:
  ControlBook& control_;
  std::optional<control::PeriodNumber> now_;
  control::Window year_{};
  std::vector<Money> to_date_;  ///< by line
};

}  // namespace steward::plan
