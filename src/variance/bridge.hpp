#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"

namespace steward::variance {

/// BRIDGE(label; from; to; nature; top): the way from one total to another, step by step, ready for a stacked chart. A
/// row for the start, one for each line and one for the end; columns
///   label, invisible base, favourable above zero, favourable below zero, adverse above zero, adverse below zero, level
///   after the step, total (the bar of start and end; 0 in between)
/// Parts below zero are negative, so that positive and negative bars stack apart; a step that crosses zero has a part
/// on either side. Amounts are exact in cents. Lines of one nature go in the direction of the amount; of several
/// natures, revenue adds and cost takes away, so that the level is a profit. With top > 0 the lines of the largest
/// changes stay in their order and the others are folded into one row. A blank amount adds nothing. Faults: argument
/// when the ranges differ in length or a nature is unknown; number when top is negative; value for a text among
/// numbers. Source: waterfall chart as in the IBCS standards.
Result<Table> bridge(const Table& label, const Table& from, const Table& to, const std::optional<Table>& nature,
                     int top);

}  // namespace steward::variance
