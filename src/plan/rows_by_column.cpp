#include "plan/rows_by_column.hpp"

#include <algorithm>

namespace steward::plan {

void RowsByColumn::append(std::span<Content> row) {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    auto& cells = columns_[c];
    if (cells.size() == 1 && rows_ > 0) {
      if (row[c] == cells.front()) continue;
      cells.reserve(std::max(expected_, rows_ + 1));
      cells.resize(rows_, cells.front());
    }
    cells.push_back(std::move(row[c]));
  }
  ++rows_;
}

Block RowsByColumn::block() const {
  Block block(rows_, columns());
  for (std::size_t r = 0; r < rows_; ++r)
    for (std::size_t c = 0; c < columns(); ++c) block.at(r, c) = at(r, c);
  return block;
}

}  // namespace steward::plan
