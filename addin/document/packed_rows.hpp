#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/watch.hpp"
#include "uno.hpp"

namespace steward::document {

/// Rows of cells in as few bytes as may be: a ledger is kept whole, so that the old value of a changed cell is known. Blank
/// cells beside each other take one byte, a whole number two to six, any other nine, a text its letters in UTF-8 and two.
/// Rows with the same cells have the same bytes.
class PackedRows {
 public:
  void add(const Any& cell);
  void add(double number);
  /// A text in UTF-8; an empty one is a blank cell.
  void add(std::string_view text);
  void add_formula(const rtl::OUString& text);
  void end_row();
  /// A row of others, as it is.
  void append(std::string_view packed_row);
  void shrink();

  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t row) const {
    const std::size_t first = row == 0 ? 0 : ends_[row - 1];
    return std::string_view(bytes_).substr(first, ends_[row] - first);
  }

  /// Equal cell by cell; one formula is as good as another where the office rewrote their references itself.
  static bool same_but_for_formulas(std::string_view one, std::string_view other);
  static plan::WatchedRow unpack(std::string_view row);

 private:
  void add(char kind, std::string_view utf8);
  void add(char kind, const rtl::OUString& text);
  void add_blank();

  std::string bytes_;
  bool ends_with_blanks_ = false;  ///< of the row that is being added
  std::vector<std::uint32_t> ends_;
};

}  // namespace steward::document
