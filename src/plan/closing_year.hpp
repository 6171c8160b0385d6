#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Closes a fiscal year: every period of it that is still open is closed, and what each line hands on is written to a
/// sheet of its own, as rows that the command carry takes in next year's workbook: the budget that is carried, and each
/// outstanding commitment with its budget. The log keeps the sum, the hash of the rows, and is sealed by its head, which
/// every row names. Accruals are posted first: what was received and not invoiced, as rows like those of the command
/// post, becomes actual of the last day, releases the commitment it refers to, and is handed on with the opposite sign.
/// Options: accruals (rows), year (of the calendar; else the first that is not closed), policy, cap, floor (see CARRY),
/// to (a line that receives everything that is carried), reason.
/// Answer: the rows of the sheet. Faults: refused when the year is closed already, requests wait, or as CARRY.
Result<Plan> close_year(const Request& request);

/// Takes over what another workbook handed on at its year-end. Options: rows (as close_year wrote them), request (an
/// approved request of type carry that covers the budget carried), reason. All rows are posted, or none.
/// Answer: row, verdict, line, amount, message. Faults: refused when the request does not cover them, they were taken
/// over before, or a row is neither carried budget nor a commitment nor the reversal of an accrual.
Result<Plan> carry_in(const Request& request);

}  // namespace steward::plan
