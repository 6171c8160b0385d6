#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"

namespace steward::ledger {

/// ROLLUP(code; amount; parent): the amount of each node together with those of all of its descendants, beside the codes.
///
/// `parent` names the parent of each code. Without it the parent is the longest other code that the code begins with: by
/// its parts where codes have them ("6.1.2" below "6.1", not "6.12"), else by its first characters, as in a chart of
/// accounts ("660101" below "6601"). Rows with the same code are one node. Blank amounts add nothing; a blank code gives
/// a blank. Sums are free of binary noise.
/// Faults: argument when the ranges differ in size or a code is its own ancestor; value for a text among amounts.
Result<Table> rollup(const Table& code, const Table& amount, const std::optional<Table>& parent);

}  // namespace steward::ledger
