#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// The postings behind a figure, for drilling down. Options: `at` (the cell of the figure, "$Control.$M$6": its line,
/// periods and stage are read from where it stands), or said outright: line (its id, or its key with " / " between
/// dimensions; without it all lines), period and to (labels or days; without them all periods), stage. What is said
/// outright goes before what the cell says. A posting belongs to every line that it hits, as in the control.
/// Answer: id, date, period, document, line, reference, stage, amount, counterparty, memo, source, by, cell, in the order
/// of the ledger; amounts in budget currency. Their sum by stage stands in the message.
Result<Plan> show_postings(const Request& request);

}  // namespace steward::plan
