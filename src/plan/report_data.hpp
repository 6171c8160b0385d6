#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/control_book.hpp"

namespace steward::plan {

/// What the report says about one line, as of a date.
struct ReportLine {
  std::vector<std::string> key;
  Nature nature = Nature::expense;
  std::optional<std::size_t> within;  ///< the line above in which it counts already: totals leave it out
  bool is_mixed = false;              ///< over lines of another nature: no used % and no status
  bool is_budgeted = false;
  Money budget_to_date;  ///< periods that have begun, the current one in full
  Money actual_to_date;
  Money spent_to_date;          ///< the same on the accrual basis, on the cash basis what was paid
  std::optional<Money> phased;  ///< budget to the very day, see phased_to; pace = spent to date / phased
  Money budget, committed, actual;  ///< of the fiscal year; committed with pre-committed
  control::Thresholds thresholds;
  Money limit;  ///< of the year, with tolerance
  Money relief;  ///< what it may be over beyond that, until the recoveries below have come in; of a recovery what it lacks
};

struct ReportData {
  std::vector<ReportLine> lines;
  Money unbudgeted;  ///< actual and committed that hit no line
  control::PeriodNumber period = 0;
};

/// Reads the ledger and sums it up as of a date. Faults: as ControlBook::replay.
Result<ReportData> report_data(ControlBook& control, Date as_of);

}  // namespace steward::plan
