#pragma once

#include <string>
#include <vector>

#include "recognise/blocks.hpp"

namespace steward::recognise {

/// The words of a row that holds nothing but one text; of a merged block that reaches over the columns, its text.
std::string only_text(const Grid& grid, const workbook::Area& area, int row);

/// Whether a cell with its name to the left sums up a whole column further left: what stands beside a table, not in it.
bool states_column_beside(const Grid& grid, int row, int column);

/// "Target date: | 2028-12-31", "Today | =TODAY()": whether the date of a row has its name beside it, and heads no column.
bool states_date(const Grid& grid, const workbook::Area& area, int row);

/// Years that rise or fall step by step.
bool is_row_of_years(const std::vector<double>& years);

/// Figures of an area from a column on.
int count_figures(const Grid& grid, const workbook::Area& area, int from_column);

bool has_figures(const Grid& grid, const workbook::Area& area, int row);

/// Adds what is written above a block from a row on: the title of a table, notes on its unit, a year that stands alone.
void read_context(const Grid& grid, Block& block, int from);

}  // namespace steward::recognise
