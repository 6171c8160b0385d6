#pragma once

#include <vector>

#include "recognise/grid.hpp"

namespace steward::recognise {

/// Rectangles of a part of a sheet that hang together: cells in neighbouring columns, with up to two blank rows between
/// them, and whatever a sum reaches over. A piece of figures without labels of its own, beside a piece with labels, is
/// joined to it. From top to bottom and left to right.
std::vector<workbook::Area> components(const Grid& grid, const workbook::Area& within);

}  // namespace steward::recognise
