#pragma once

#include <optional>

#include "ledger/source.hpp"
#include "result.hpp"
#include "value.hpp"

namespace steward::report {

/// REPORT(budget; ledger; periods; nature; as_of; tree; calendar): budget against actual as one table. Columns: the key
/// columns of the budget table; to date: budget, actual, variance, variance %, flag; for all periods: budget, committed,
/// available, used, status, landing. A row for each line; where there are several key columns a subtotal after each run
/// of the first; then what no line takes ("Unbudgeted") and the total. Words in the language of the budget's keys.
///   to date      periods that have begun by as_of, the current one in full; postings up to as_of
///   available    budget − actual − committed (with pre-committed)
///   used         (actual + committed) / budget; of revenue attainment to date; blank without a budget
///   landing      see LANDING, from closed periods, the budget as its shape and commitments, never below
///                actual + committed; blank where it has none
/// Lines below another line in the tree are counted in it, not again in totals. Totals of expense and revenue together
/// show the favourable variance alone. Faults: see read_lines.
Result<Table> report(const Table& budget, const ledger::LedgerSource& ledger, const Table& periods, const std::optional<Table>& nature,
                     std::optional<Date> as_of, const std::optional<Table>& tree, const std::optional<Table>& calendar);

}  // namespace steward::report
