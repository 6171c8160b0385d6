#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Lists the tables and amount columns of a workbook: see recognise::detect_table. Option: sheet (a name).
Result<Plan> detect(const Request& request);

/// Proves the log, and the ledger and the frozen figures by the log. Option: seal, a hash that was kept elsewhere;
/// without one the answer is that it cannot be proven, never that all is well. Answer: what, value, message.
Result<Plan> verify_log(const Request& request);

/// Ends control: Ledger, Requests, Versions and Log stay as plain values, the other control sheets go.
Result<Plan> remove_control(const Request& request);

/// A copy of the workbook in which formulas are replaced by what they show; the shell writes it to the option url.
Result<Plan> export_values(const Request& request);

}  // namespace steward::plan
