#pragma once

#include "plan/control_book.hpp"

namespace steward::plan {

/// What it takes to carve a reserve out of the total: the pool that its terms name less what it holds already, taken from
/// every other budgeted line in proportion to what it has left from a period on to the end of the year, and given to the
/// reserve in the same periods. The changes add up to 0.
/// Faults: refused when the line is no reserve, holds its pool, or the other lines have too little left.
Result<std::vector<approval::Change>> carving(ControlBook& control, control::LineNumber reserve, control::PeriodNumber from);

}  // namespace steward::plan
