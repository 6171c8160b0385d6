#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Checks rows against what is available and posts them. Options: rows (a table with a header row), mode (check, post:
/// nothing is written when anything is stopped, post-allowed: documents are posted whole or not at all).
/// Answer: row, verdict (Allow, Warn, Stop), line, period, available (before the document), excess, rule, message.
Result<Plan> post(const Request& request);

}  // namespace steward::plan
