#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Lists what is not as it should be, however it came about: breaches, alerts, unapproved changes of the draft, figures
/// that disagree with the ledger, formulas that were overwritten, rows that lie outside their table, a broken log.
/// Evaluates the when/then rules and the actions of alert levels: what they do is written, everything else is only looked
/// at.
/// Answer: severity (error, stop, warning, note), line, cell, message; the gravest first.
Result<Plan> check_now(const Request& request);

}  // namespace steward::plan
