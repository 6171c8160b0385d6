#pragma once

#include <string>

#include "recognise/blocks.hpp"

namespace steward::recognise {

/// The words of a row that holds nothing but one text; of a merged block that reaches over the columns, its text.
std::string only_text(const Grid& grid, const workbook::Area& area, int row);

/// Whether a cell with its name to the left sums up a whole column further left: what stands beside a table, not in it.
bool states_column_beside(const Grid& grid, int row, int column);

bool has_figures(const Grid& grid, const workbook::Area& area, int row);

/// Adds what is written above a block from a row on: the title of a table, notes on its unit, a year that stands alone.
void read_context(const Grid& grid, Block& block, int from);

}  // namespace steward::recognise
