#pragma once

#include <vector>

#include "recognise/grid.hpp"

namespace steward::recognise {

/// Rows of headers, from the highest to the one right above the lines, and the highest row of the titles above them.
struct Zone {
  int top, header, title;
};

struct Zones {
  std::vector<Zone> zones;  ///< from top to bottom
  int first_line = 0;       ///< the first row with a figure that names no column; below the area where there is none
};

/// Where headers stand in a rectangle: above the first line, and below it where words stand over figures again.
Zones zones_of(const Grid& grid, const workbook::Area& area);

}  // namespace steward::recognise
