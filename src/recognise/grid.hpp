#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/amount_text.hpp"
#include "workbook/snapshot.hpp"

namespace steward::recognise {

/// What a cell is to recognition.
enum class Kind : std::uint8_t {
  blank,
  text,
  amount,       ///< a number that is neither percentage nor date
  text_amount,  ///< a text that reads as an amount and is more than digits
  digits,       ///< a text of digits only: a code, or an amount stored as text
  dash,         ///< a lone dash, as accountants write nothing
  percent,
  date,
  error
};

/// A sheet with every cell classified once. Merged cells know the block that they belong to.
class Grid {
 public:
  Grid(const workbook::Snapshot& snapshot, int sheet);

  int sheet() const { return index_; }
  const workbook::Snapshot& snapshot() const { return *snapshot_; }
  const workbook::Sheet& cells() const { return *sheet_; }
  int rows() const { return rows_; }
  int columns() const { return columns_; }
  Kind kind(int row, int column) const {
    if (row < 0 || column < 0 || row >= rows_ || column >= columns_) return Kind::blank;
    return kinds_[static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row)];
  }
  bool is_blank(int row, int column) const { return kind(row, column) == Kind::blank; }
  bool is_words(int row, int column) const { return kind(row, column) == Kind::text; }
  bool is_figure(int row, int column) const {
    return kind(row, column) == Kind::amount || kind(row, column) == Kind::text_amount;
  }
  /// The number of an amount; that of a text amount is read anew each time.
  double value(int row, int column) const;
  std::string_view text(int row, int column) const { return sheet_->at(row, column).text; }
  std::string_view formula(int row, int column) const { return sheet_->formula(row, column); }
  bool has_formula(int row, int column) const { return !sheet_->formula(row, column).empty(); }
  bool is_bold(int row, int column) const;
  /// The merged block that covers a cell, or nothing.
  const workbook::Area* merge(int row, int column) const;
  /// Says that the digits in a stretch of a column are amounts stored as text, not codes.
  void take_digits_as_amounts(int column, int top, int bottom);
  /// Says that the figure of a block merged along a row belongs to another of its columns.
  void move_figure(int row, int from, int to);
  void set_mark(int column, intake::DecimalMark mark) { marks_[static_cast<std::size_t>(column)] = mark; }
  intake::DecimalMark mark(int column) const { return marks_[static_cast<std::size_t>(column)]; }
  /// The text of a cell, or of the merged block that covers it.
  std::string_view covered_text(int row, int column) const;

 private:
  Kind classify(int row, int column);

  const workbook::Snapshot* snapshot_;
  const workbook::Sheet* sheet_;
  int index_, rows_, columns_;
  std::vector<Kind> kinds_;
  std::unordered_map<std::uint64_t, std::size_t> merged_;
  std::unordered_map<std::uint64_t, double> moved_;
  std::vector<intake::DecimalMark> marks_;  ///< by column, as its text amounts prove it
};

}  // namespace steward::recognise
