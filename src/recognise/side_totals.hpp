#pragma once

#include <vector>

#include "recognise/table.hpp"

namespace steward::recognise {

/// Takes totals that stand beside or above a table ("Total budget | =SUM(C5:C20)") as what the workbook states, for
/// columns that have no total row: a sum over their lines, or an equal figure that is called a total. Says where such a
/// sum differs from the lines.
void find_side_totals(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals);

}  // namespace steward::recognise
