#pragma once

#include <span>

#include "result.hpp"
#include "value.hpp"

namespace steward::ledger {

/// CONSOLIDATE(range1; range2; …): budget tables added up by the keys of their rows and columns, not by position.
///
/// Each range has a header row; the columns on the left that hold no numbers are labels, and a row's labels are its key.
/// The result is such a table again, header row first: the label columns, then the amount columns, rows and columns in
/// the order in which they first appear. Keys are compared after trimming, without case and width. A cell that is blank in
/// every range stays blank. Label columns headed nature, currency or unit say what an amount is and are no part of the
/// key: rows of one key must agree in them. A unit or currency in a header ("Budget (万元)") must agree for the same column.
/// Faults: argument when the label columns differ or natures, currencies or units are mixed; value for a text or error
/// among amounts. Sums are free of binary noise.
Result<Table> consolidate(std::span<const Table> ranges);

}  // namespace steward::ledger
