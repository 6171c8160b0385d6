#pragma once

#include <string>

#include "result.hpp"
#include "value.hpp"

namespace steward::forecast {

/// SCENARIO(base; factors; name): the base amounts times the factors of one scenario, in the shape of `base`. A line is
/// a row of base, or a cell when base is a single row. In `factors` the scenarios are either columns, with their names
/// in the first row, or rows, with their names in the first column: rows when there is only one row or a number stands
/// in the first. After the name stands one factor for all lines, or one for each. A column of line labels may stand
/// before the columns. A blank factor leaves its line as it is; a blank amount stays blank. Names are compared as
/// keywords are, without case. Faults: argument when no scenario has the name, or the number of factors does not fit;
/// value when a factor or an amount is a text.
Result<Table> scenario(const Table& base, const Table& factors, const std::string& name);

}  // namespace steward::forecast
