#pragma once

#include <vector>

#include "recognise/accounts.hpp"
#include "recognise/sums.hpp"

namespace steward::recognise {

/// A column of figures, named by words beside it, that no table has taken in.
struct Unread {
  workbook::Area area;  ///< the figures alone
  int names = 0;        ///< the column of words beside them
  bool is_headed = false;  ///< the cell above them holds words
};

/// Whether a figure was typed, or is reckoned in its own row, and is not nought: what reads cells elsewhere only repeats them.
bool stands_for_itself(const Grid& grid, int row, int column);

/// Whether a cell holds a figure of its own that no table has taken in.
bool is_left_out(const Grid& grid, const Accounts& accounts, int row, int column);

/// Notes with each sum what it reads and no table has taken in. Linear: what is beyond a few million cells is not looked at.
void note_left_out(const Grid& grid, const Accounts& accounts, std::vector<Sum>& sums);

/// Whether a sheet on which no table was found holds amounts all the same: sums, or a good many typed figures with names to
/// their left that are no small counts.
bool holds_amounts(const Grid& grid);

/// What looks like money on a sheet and was read as nothing: three figures or more in a column, each with words to its left,
/// that a formula adds up, a currency marks, or a header calls amounts. Years, counters and percentages are none. Linear.
std::vector<Unread> unread_figures(const Grid& grid, const Accounts& accounts, const std::vector<Sum>& sums);

}  // namespace steward::recognise
