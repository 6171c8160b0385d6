#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace steward {

/// A rectangle of values by rows, as ranges come in and tables go out.
template <class T>
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns, T fill = T()) : rows_(rows), columns_(columns), cells_(rows * columns, fill) {}

  static Matrix column(std::vector<T> values) { const auto n = values.size(); return Matrix(n, 1, std::move(values)); }
  static Matrix row(std::vector<T> values) { const auto n = values.size(); return Matrix(1, n, std::move(values)); }
  /// Adds a row at the end; the first row decides the number of columns.
  void append(std::vector<T> row) {
    if (rows_ == 0) columns_ = row.size();
    row.resize(columns_);
    for (auto& cell : row) cells_.push_back(std::move(cell));
    ++rows_;
  }

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::size_t size() const { return cells_.size(); }
  bool is_vector() const { return rows_ == 1 || columns_ == 1; }
  T& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }
  const T& at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
  /// All values row by row.
  std::vector<T>& cells() { return cells_; }
  const std::vector<T>& cells() const { return cells_; }
  bool operator==(const Matrix&) const = default;

 private:
  Matrix(std::size_t rows, std::size_t columns, std::vector<T> cells)
      : rows_(rows), columns_(columns), cells_(std::move(cells)) {}

  std::size_t rows_ = 0, columns_ = 0;
  std::vector<T> cells_;
};

}  // namespace steward
