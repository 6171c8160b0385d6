#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Explains a line: every term of the control equation, the rule that decides, its limit and headroom, and the largest
/// postings behind it. Options: line (its id, or its key with " / " between dimensions), period (a label or a date; the
/// as-of date when it is not given).
/// Answer: what, value, note.
Result<Plan> explain(const Request& request);

}  // namespace steward::plan
