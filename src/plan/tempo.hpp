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
  /// The revised budget of the year up to the as-of date; nothing as long as no budgeted period is over.
  std::optional<Money> phased(control::LineNumber line) const;

  ControlBook& control_;
  std::optional<control::PeriodNumber> now_;
  control::Window year_{};
  std::vector<Money> to_date_;  ///< by line
};

}  // namespace steward::plan
