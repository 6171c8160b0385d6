#pragma once

#include "plan/control_book.hpp"

/// Workbooks that an earlier build set up: their tables lack the columns that came later, their Control sheet has the
/// formulas of that build.
namespace steward::plan {

/// What is older, for the log: "rules=14 of 32; settings=4 of 5; control=formulas"; empty when nothing is.
std::string what_is_older(const ControlBook& control);

/// The edits that give every table its later columns, blank, Control the formulas of this build as long as its lines stand
/// where they were written, and Settings its schema. Nothing when nothing is older. Faults: refused when something stands where a column has to come.
Result<std::vector<Edit>> upgrade_edits(const ControlBook& control);

/// Puts these edits before those of a plan that writes into the log of such a workbook.
Result<Plan> brought_up_to_date(Plan plan, const workbook::Snapshot& book, Language language);

}  // namespace steward::plan
