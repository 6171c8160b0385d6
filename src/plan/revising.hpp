#pragma once

#include "plan/command.hpp"
#include "plan/draft.hpp"

namespace steward::plan {

/// Asks for the draft, the user's own cells, to become the approved budget. It is frozen as the next version, and the
/// request waits for approval; until then the old budget controls. Approval posts the difference of each line and period
/// as a supplement. Options: purpose, attachments, mode (check: only shows what would change; post: asks for it).
/// The authority is that for the sum of all changes, whatever their sign.
/// Answer: line, key, approved, draft, difference.
/// Lines that are new in the draft come under control with the request, without a budget until it is approved.
/// Faults: refused when nothing differs, a revision waits already, or nobody may approve it.
Result<Plan> revise(const Request& request);

/// The supplements that carry out an approved revision, one for each line and period that changes.
std::vector<ledger::Posting> supplements_of(ControlBook& control, const approval::Application& revision);

}  // namespace steward::plan
