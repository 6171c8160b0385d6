#pragma once

#include <span>
#include <vector>

#include "matrix.hpp"
#include "plan/content.hpp"

namespace steward::plan {

/// Rows that grow in number, kept by column: a column that says the same all the way down is kept as one cell. Half of a
/// ledger is blank, and a third says who posted it and when.
class RowsByColumn {
 public:
  RowsByColumn() = default;
  /// `expected`: how many rows there may come to be.
  explicit RowsByColumn(std::size_t width, std::size_t expected = 0) : expected_(expected), columns_(width) {}

  /// Adds a row of as many cells; they are taken out of it.
  void append(std::span<Content> row);
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_.size(); }
  std::size_t size() const { return rows_ * columns(); }
  const Content& at(std::size_t row, std::size_t column) const {
    const auto& cells = columns_[column];
    return cells[cells.size() == 1 ? 0 : row];
  }
  /// Whether every row says the same there.
  bool is_constant(std::size_t column) const { return columns_[column].size() <= 1; }
  /// The same row by row.
  Block block() const;

 private:
  std::size_t rows_ = 0, expected_ = 0;
  std::vector<std::vector<Content>> columns_;  ///< one cell where all rows are alike
};

}  // namespace steward::plan
