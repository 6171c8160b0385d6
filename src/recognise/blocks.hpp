#pragma once

#include <string>
#include <vector>

#include "recognise/grid.hpp"

namespace steward::recognise {

/// A piece of a sheet that may be a table: where its headers are and where its lines begin.
struct Block {
  workbook::Area area;             ///< headers included, title not
  std::vector<int> header_rows;    ///< from top to bottom; empty where there are none
  std::vector<int> inner_headers;  ///< rows below that repeat or vary the header for a section
  int first_data = 0;
  std::string title;                 ///< the words right above
  std::vector<std::string> context;  ///< everything written above the header in the same piece: units, years
};

std::vector<Block> find_blocks(const Grid& grid);
/// The whole rectangle as one block, as the user has marked it.
Block block_of(const Grid& grid, const workbook::Area& area);

}  // namespace steward::recognise
