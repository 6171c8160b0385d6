#pragma once

#include <optional>
#include <vector>

#include "recognise/grid.hpp"

namespace steward::recognise {

/// A cell whose formula adds up cells of other rows: "=SUM(B5:B9)", "=B5+B9", "=B5-B9".
struct Sum {
  int row = 0, column = 0;
  std::vector<workbook::Area> areas;  ///< what it reads, on any sheet
  bool subtracts = false;
  std::optional<workbook::Position> left_out;  ///< the first figure that it reads and no table has taken in, once they are read
};

/// Whether a formula takes in all that it reads: no SUMIF, no average, no look-up.
bool calls_only_sums(std::string_view formula);

/// The sums of a sheet, columns from left to right, rows from top to bottom. What a formula adds up within its own row is
/// none of them, nor is what multiplies. Rows that are `skipped` are not looked at. Linear in the number of cells.
std::vector<Sum> sums_of(const Grid& grid, const std::vector<bool>& skipped);

}  // namespace steward::recognise
