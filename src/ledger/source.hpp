#pragma once

#include <string>
#include <vector>

#include "date.hpp"
#include "ledger/keys.hpp"
#include "value.hpp"

namespace steward::ledger {

/// A table of postings that is read by column, so that a ledger of a million rows costs only the columns a figure
/// needs.
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
  /// The same, numbered. Sources that know equal texts without comparing them do so.
  virtual std::vector<KeyBook::Key> keys(std::size_t column, KeyBook& book) const {
    std::vector<KeyBook::Key> result;
    result.reserve(rows());
    for (const Value& value : values(column)) result.push_back(book.key(value));
    return result;
  }
  /// One cell, to see what stands where a number is missing. Sources that can read a single cell do so.
  virtual Value value(std::size_t row, std::size_t column) const { return values(column)[row]; }
  /// The day that number 0 stands for in the columns of dates.
  virtual Date null_date() const { return date(1899, 12, 30); }
};

}  // namespace steward::ledger
