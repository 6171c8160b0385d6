#pragma once

#include <string>
#include <vector>

#include "value.hpp"

namespace steward::ledger {

/// A table of postings that is read by column, so that a ledger of a million rows costs only the columns a figure needs.
class LedgerSource {
 public:
  virtual ~LedgerSource() = default;
  /// The header row, as the cells show it.
  virtual std::vector<std::string> headers() const = 0;
  /// How many rows there are below the header.
  virtual std::size_t rows() const = 0;
  /// A column of amounts or dates: NaN where the cell holds no number (blank, text, error).
  virtual std::vector<double> numbers(std::size_t column) const = 0;
  /// A column of keys: texts, numbers, blanks.
  virtual std::vector<Value> values(std::size_t column) const = 0;
};

}  // namespace steward::ledger
