#pragma once

#include <istream>

#include "workbook/snapshot.hpp"

namespace steward::support {

/// Reads a workbook from a plain text form, a record a line with tabs between its fields: N null date, R named range,
/// T database range, S sheet (name, rows, columns, hidden), C cell (row, column, kind n|s|e, format, value, formula),
/// B bold cell, U unit of a cell, M merge, HR and HC hidden rows and columns, O outline level of a row.
workbook::Snapshot read_snapshot(std::istream& in);

}  // namespace steward::support
