#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Closes a period and goes on in the next. Options: period (the first that is open otherwise), state (soft-closed, which
/// still takes adjustments, or closed). Commitments that are due in a closed period count in the first open one.
/// The when/then rules are evaluated for what ends with the period; see RuleRun.
/// Answer: what, value. Faults: refused when the period is closed already or an earlier one is still open.
Result<Plan> roll_forward(const Request& request);

/// Two versions line by line. Options: from, to: ids of versions, or "revised" for the budget as it stands now (the
/// original and "revised" otherwise). Answer: line, key, nature, from, to, difference.
Result<Plan> compare_versions(const Request& request);

/// The head of the log, to be kept outside the workbook: Verify Log with it finds a log that was rewritten.
/// Answer: what, value. Faults: refused when the log is broken.
Result<Plan> seal(const Request& request);

}  // namespace steward::plan
