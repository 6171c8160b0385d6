#pragma once

#include <optional>

#include "ledger/source.hpp"
#include "result.hpp"
#include "value.hpp"

namespace steward::report {

/// EXPLAIN(ledger; budget; key; period; rules; tree): every term of the control equation for one line, as rows of term,
/// amount and detail. The budget is a table as for REPORT whose header names its periods, by label, first day or year
/// (2026). It begins with the first period of a fiscal year; later years may follow.
///   original budget, supplements, transfers in, transfers out, carried in, revised budget
///   frozen, pre-committed, committed, actual, available
///   the rule that decides (basis, action), limit, headroom, status
///   the ten largest postings behind it, by date and document
/// The amounts are those of the periods that the rule's basis covers around the period: month, quarter, half-year, year
/// (without rules), cumulative within the year, or life: all years of the table. Of the rules (columns line, basis, action, tolerance % and amount, mode; as on the sheet
/// Rules) the last that names the line decides, else the last that names all (* or blank).
///   available = revised − frozen − pre-committed − committed − actual; headroom = available + tolerance
/// Faults: not_available when the budget has no such line or period; argument when columns or words are unknown; value
/// when an amount or date cannot be read; number when a tolerance is negative.
Result<Table> explain(const ledger::LedgerSource& ledger, const Table& budget, const Table& key, const Table& period,
                      const std::optional<Table>& rules, const std::optional<Table>& tree);

}  // namespace steward::report
