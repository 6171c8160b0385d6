#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Brings a workbook under control: reads the user's table, freezes it as the approved original, and adds the control
/// sheets. The user's own sheets stay as they are. Options: see the list in commands.cpp.
/// Answer: what, value, note: the counts and control totals of what was taken over, and what looks wrong in the table.
Result<Plan> set_up(const Request& request);

}  // namespace steward::plan
