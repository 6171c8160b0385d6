#pragma once

#include <vector>

#include "recognise/unread.hpp"

namespace steward::recognise {

/// Holds every table against the sheet that it was read from, knowing nothing of how it was read. A column whose total
/// the workbook states as well is proven. Of any other, what speaks against the reading is asked: sums of the workbook that
/// take in only some of its lines, or lines and cells that were read as none; lines that are reckoned from other lines or come
/// to what the lines beside them do; texts with figures in them where amounts belong; income among expenses.
/// What the user answers is obeyed: "yes" lets the column stand, "no" leaves it without a total, and rows that are no
/// lines are read as none the next time (`set_answered_rows_apart`). `drafts` hold their tables. Linear in the cells.
/// Answers what looks like money on their sheets and was read as nothing.
std::vector<Unread> prove(const std::vector<Draft*>& drafts);

/// Rows of which the user has said that they do not belong to the budget.
void set_answered_rows_apart(Draft& draft);

}  // namespace steward::recognise
