#pragma once

#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::variance {

/// OVERHEAD.VARIANCE(kind; budget_cost; actual_cost; budget_hours; standard_hours; actual_hours): fixed overhead, with
/// rate = budget cost / budget hours and standard hours = those allowed for the output; favourable positive.
///   expenditure   budget cost − actual cost
///   volume        (standard hours − budget hours) × rate = capacity + efficiency
///   capacity      (actual hours − budget hours) × rate
///   efficiency    (standard hours − actual hours) × rate
/// Faults: division_by_zero when the budget hours are 0 (not for expenditure).
/// Source: AAT, Management Accounting: Costing, fixed overhead variances.
Result<double> overhead_variance(OverheadKind kind, double budget_cost, double actual_cost, double budget_hours,
                                 double standard_hours, double actual_hours);

}  // namespace steward::variance
