#include "recognise/sections.hpp"

#include <algorithm>

namespace steward::recognise {
namespace {

using workbook::Area;

constexpr std::size_t most_formulas = 20000;  // looked at for sums over several blocks

bool only_adds(std::string_view formula) {
  return formula.find_first_of("-*/^[\"", 1) == std::string_view::npos;
}

// The blocks above that a formula adds up, when it takes cells of one column from several of them.
std::vector<std::size_t> added_blocks(const Grid& grid, const std::vector<Block>& blocks, std::size_t own,
                                      std::string_view formula) {
  std::vector<std::size_t> found;
  int column = -1;
  for (const Area& area : workbook::references(formula, grid.sheet(), grid.snapshot())) {
    if (area.sheet != grid.sheet() || area.left != area.right || (column >= 0 && column != area.left)) return {};
    column = area.left;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!blocks[i].area.contains(area.top, area.left) || area.top < blocks[i].first_data) continue;
      if (blocks[i].area.top > blocks[own].area.bottom) return {};
      if (std::ranges::find(found, i) == found.end()) found.push_back(i);
    }
  }
  if (found.size() < 2) return {};
  if (std::ranges::find(found, own) == found.end()) found.push_back(own);
  std::ranges::sort(found);
  return found;
}

Block joined(const std::vector<Block>& blocks, const std::vector<std::size_t>& parts) {
  Block whole = blocks[parts.front()];
  for (const std::size_t i : parts) {
    const Block& part = blocks[i];
    whole.area.top = std::min(whole.area.top, part.area.top);
    whole.area.left = std::min(whole.area.left, part.area.left);
    whole.area.bottom = std::max(whole.area.bottom, part.area.bottom);
    whole.area.right = std::max(whole.area.right, part.area.right);
    if (i != parts.front())
      whole.inner_headers.insert(whole.inner_headers.end(), part.header_rows.begin(), part.header_rows.end());
  }
  return whole;
}

}  // namespace

void join_sections(const Grid& grid, std::vector<Block>& blocks) {
  std::size_t seen = 0;
  for (std::size_t own = 0; own < blocks.size() && blocks.size() <= 200; ++own) {
    const Block block = blocks[own];
    for (int row = block.area.bottom; row >= block.first_data && seen < most_formulas; --row) {
      for (int column = block.area.left; column <= block.area.right; ++column) {
        const auto formula = grid.formula(row, column);
        if (formula.empty() || ++seen > most_formulas || !only_adds(formula)) continue;
        const auto parts = added_blocks(grid, blocks, own, formula);
        if (parts.size() < 2) continue;
        Block whole = joined(blocks, parts);
        for (std::size_t i = parts.size(); i-- > 1;)
          blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(parts[i]));
        blocks[parts.front()] = std::move(whole);
        return join_sections(grid, blocks);
      }
    }
  }
}

}  // namespace steward::recognise
