#pragma once

#include <vector>

#include "recognise/table.hpp"

namespace steward::recognise {

/// Reports summaries that state other figures than the tables they sum up: a table of which at least two lines are
/// called as other tables, or their totals, are.
void find_contradictions(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals);

}  // namespace steward::recognise
