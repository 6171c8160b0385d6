#pragma once

#include <vector>

#include "recognise/table.hpp"

namespace steward::recognise {

/// A total below the last of several blocks that is the sum of all their totals is the grand total of the sheet, and no
/// wrong total of the last block.
void settle_grand_totals(const workbook::Snapshot& snapshot, std::vector<BudgetTable>& tables, int decimals);

}  // namespace steward::recognise
