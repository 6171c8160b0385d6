#include "recognise/blocks.hpp"

#include <algorithm>

#include "recognise/components.hpp"
#include "recognise/sections.hpp"
#include "recognise/side_tables.hpp"
#include "recognise/surroundings.hpp"
#include "recognise/zones.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

int last_filled(const Grid& grid, const Area& area, int from, int to) {
  for (int row = to; row > from; --row) {
    for (int column = area.left; column <= area.right; ++column) {
      if (!grid.is_blank(row, column)) return row;
    }
  }
  return from;
}

Block make_block(const Grid& grid, const Area& area, const Zone* zone, int bottom) {
  Block block;
  block.area = area;
  block.area.bottom = bottom;
  block.first_data = area.top;
  if (zone) {
    block.area.top = zone->top;
    block.first_data = zone->header + 1;
    for (int row = zone->top; row <= zone->header; ++row) block.header_rows.push_back(row);
  }
  const int above = block.area.top;
  for (int row = above - 1; row >= std::max(0, above - 4) && block.title.empty() && !has_figures(grid, area, row);
       --row) {
    block.title = only_text(grid, area, row);
  }
  read_context(grid, block, zone ? std::min(zone->title, above - 3) : above - 4);
  return block;
}

void split(const Grid& grid, const Area& area, int depth, std::vector<Block>& blocks) {
  const auto [zones, line] = zones_of(grid, area);
  if (const int cut = zones.empty() && depth <= 2 ? second_list(grid, area) : -1; cut >= 0) {
    split(grid, {area.sheet, area.top, area.left, area.bottom, cut - 1}, depth + 1, blocks);
    return split(grid, {area.sheet, area.top, cut, area.bottom, area.right}, depth + 1, blocks);
  }
  if (zones.empty()) {
    if (line <= area.bottom) blocks.push_back(make_block(grid, area, nullptr, area.bottom));
    return;
  }
  std::vector<Area> parts;
  if (zones.front().title > line)
    parts.push_back({area.sheet, area.top, area.left, zones.front().title - 1, area.right});
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const int bottom = i + 1 < zones.size() ? zones[i + 1].title - 1 : area.bottom;
    parts.push_back({area.sheet, i == 0 && parts.empty() ? area.top : zones[i].title, area.left, bottom, area.right});
  }
  if (const int cut = second_table(grid, area, zones.front().header);
      parts.size() == 1 && cut >= 0 && depth <= 2) {
    split(grid, {area.sheet, area.top, area.left, area.bottom, cut - 1}, depth + 1, blocks);
    const int header = zones.front().header;
    const bool states_table = grid.is_words(header, cut) && states_column_beside(grid, header, cut + 1);
    if (states_table && count_figures(grid, area, cut) <= 6) return;  // what the table comes to, said beside it
    return split(grid, {area.sheet, area.top, cut, area.bottom, area.right}, depth + 1, blocks);
  }
  if (parts.size() == 1 || depth > 2) {
    return blocks.push_back(make_block(grid, area, &zones.front(), last_filled(grid, area, area.top, area.bottom)));
  }
  for (const Area& part : parts) {
    for (const Area& piece : components(grid, part)) split(grid, piece, depth + 1, blocks);
  }
}

}  // namespace

std::vector<Block> find_blocks(const Grid& grid) {
  std::vector<Block> blocks;
  const Area all{grid.sheet(), 0, 0, grid.rows() - 1, grid.columns() - 1};
  for (const Area& area : components(grid, all)) split(grid, area, 0, blocks);
  join_sections(grid, blocks);
  return blocks;
}

Block block_of(const Grid& grid, const Area& area) {
  const auto zones = zones_of(grid, area).zones;
  return make_block(grid, area, zones.empty() ? nullptr : &zones.front(), area.bottom);
}

}  // namespace steward::recognise
