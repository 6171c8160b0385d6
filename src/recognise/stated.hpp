#pragma once

#include <optional>
#include <utility>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Row and column of what a total row states for a column: its cell there, or the cell beside it that sums the column.
std::optional<std::pair<int, int>> stated_cell(const Draft& draft, const TotalFacts& total, int column);

/// "Total monthly payment = SUM(E25;D12)" under the balances, "Total of the project = SUM(D6;I5)" under the staff: what other
/// columns come to, alone or together with this one.
bool sums_others(const Draft& draft, const TotalFacts& total, const AmountColumn& of);

/// Whether a total that stands beside the column leaves out lines that all stand under other totals that foot: then it is
/// the subtotal of its group only.
bool leaves_out_other_groups(const Draft& draft, const AmountColumn& column, const TotalFacts& total);

}  // namespace steward::recognise
