#pragma once

#include <string>
#include <vector>

#include "control/line.hpp"
#include "plan/sheet_builder.hpp"

namespace steward::plan {

/// What the Control sheet is made from.
struct ControlSheet {
  std::string title;  ///< of the budget
  std::string unit;
  int year = 0;
  std::vector<std::string> dimensions;
  std::vector<control::Line> lines;
  std::vector<bool> is_budgeted;  ///< by line: a line without any approved figure keeps a blank budget
  std::vector<bool> is_recovery;  ///< by line: approved figures below 0 are among its own
  Table tree;                     ///< codes and their parents; a line on a parent takes its whole subtree
};

/// The row in which the header of the Control table stands.
constexpr int control_header_row = 3;

/// Writes the Control sheet: a row of live formulas for each line. Balances are looked up by the line's id in a block
/// at the right, which two array formulas fill over the ledger and the frozen versions; below the lines it has a row
/// "?" for what is unbudgeted and a row "*" for everything, so that a row that is lost shows in the check totals. The
/// other control tables must have their names before.
void add_control_sheet(SheetBuilder& sheet, const ControlSheet& content, Language language);

/// Writes the formulas of the lines again, into a sheet of an earlier build whose lines stand where they were written.
void renew_formulas(SheetBuilder& sheet, const ControlSheet& content, Language language);

}  // namespace steward::plan
