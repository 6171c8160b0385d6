#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// A sheet that shows the budget at a glance, on one printed page: headline figures, the lines at risk with their owner,
/// the trend of budget, actual and forecast by period, the bridge from budget to actual to date, and a heat map of use by
/// line and period. Everything is a live formula, or a chart over some. Spending alone, as natures are never added up; a
/// budget without spending shows its first nature. A line within another one is in the heat map, but not in the sums. The
/// name of a line leads to its row of Control, the mark beside it to its first posting. A dashboard that is there already
/// is made anew. Options: none. Answer: what, value: the lines shown and those in the sums.
Result<Plan> dashboard(const Request& request);

}  // namespace steward::plan
