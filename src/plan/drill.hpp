#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/board.hpp"
#include "words/keywords.hpp"

namespace steward::plan {

/// What a cell speaks of: a line of the budget, some of its periods, a stage. Each may be missing.
struct CellMeaning {
  int line = -1;                 ///< place on the board
  int first = -1, last = -1;     ///< places among the board's periods, both included; −1 when the cell names none
  std::optional<Stage> stage;    ///< of a column of Control
};

/// Reads what a figure means from where it stands: its row on Control, else the key in its row; the period at the head of
/// its column (a label of ours, a month, a quarter, a date), else one in its row; the stage by the column of Control.
CellMeaning meaning_of(const workbook::Snapshot& book, const Board& board, const workbook::Position& position);

/// The line that a cell speaks of, −1 for none.
int line_of_cell(const workbook::Snapshot& book, const Board& board, const workbook::Position& position);

}  // namespace steward::plan
