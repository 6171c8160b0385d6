#pragma once

#include <string>

#include "plan/report_data.hpp"

namespace steward::plan {

/// Where the report has the figures of one row.
struct StatusCells {
  std::string budget_to_date, actual_to_date, budget, committed, actual, used;
};

/// The status of a line in words as a live formula over its row: by the share used, revenue and recoveries by attainment to
/// date; beyond the budget within tolerance, over until receipts are in, or over. Empty for statistical lines and liabilities.
std::string status_of(const ReportLine& line, const StatusCells& cells, int decimals, Language language);

}  // namespace steward::plan
