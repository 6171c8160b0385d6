#pragma once

#include <optional>

#include "ledger/source.hpp"
#include "result.hpp"

namespace steward::ledger {

/// ACTUALS(ledger; rows; periods; row_fields; stage; tree; filters; calendar): posted amounts by row key and period.
///
/// The result has a row for each row of `rows` and a column for each period; when `stage` is a row of several stages, a
/// block of such columns for each stage. A cell is the sum of `amount` over the postings of that stage, in those days,
/// whose keys in `row_fields` (default: the first dimension column) equal the row's or descend from them in `tree`. A
/// blank key of a row of several columns fits any posting. Row "*" takes every posting, row "?" those that no listed
/// row takes, so that nothing vanishes. Periods: see PeriodAxis; "*" is all days. `filters` names fields and the values
/// wanted: those of one field are alternatives, fields come together. Without a stage column all postings are actual.
/// A row without an amount is no posting. Blank rows and periods give blanks.
///
/// Sums are compensated (Neumaier), so that their error does not grow with the number of postings.
/// Faults: value when a posting's amount or date cannot be read, or a period; argument when a column is missing, shapes
/// do not fit, a word is unknown or the tree goes round.
Result<Table> actuals(const LedgerSource& ledger, const Table& rows, const Table& periods,
                      const std::optional<Table>& row_fields = {}, const std::optional<Table>& stage = {},
                      const std::optional<Table>& tree = {}, const std::optional<Table>& filters = {},
                      const std::optional<Table>& calendar = {});

}  // namespace steward::ledger
