#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Asks for something that needs approval. Options: type (see RequestType), line, period, amount, purpose, document,
/// attachments; for a transfer also to (the other line) and toPeriod. Spending is checked like a posting and becomes a
/// pre-commitment. Answer: what, value.
/// Faults: refused when the request cannot be granted whatever is decided, or nobody may approve it.
Result<Plan> request(const Request& request);

/// The same with type=transfer.
Result<Plan> transfer(const Request& request);

/// Decides about a request. Options: request (its id), decision (approve, reject, return, delegate, withdraw), reason, to.
/// The last approval carries it out. Answer: what, value.
Result<Plan> decide(const Request& request);

}  // namespace steward::plan
