#pragma once

#include <limits>

#include "ledger/source.hpp"

namespace steward::ledger {

/// A ledger that stands in a table with a header row.
class TableSource : public LedgerSource {
 public:
  explicit TableSource(Table table, Date null_date = date(1899, 12, 30)) : table_(std::move(table)), null_date_(null_date) {}
  Date null_date() const override { return null_date_; }

  std::vector<std::string> headers() const override {
    std::vector<std::string> result;
    for (std::size_t column = 0; column < table_.columns(); ++column)
      result.push_back(std::get<std::string>(table_.at(0, column)));
    return result;
  }
  std::size_t rows() const override { return table_.rows() - 1; }
  std::vector<double> numbers(std::size_t column) const override {
    std::vector<double> result;
    for (std::size_t row = 1; row < table_.rows(); ++row) {
      const auto* number = std::get_if<double>(&table_.at(row, column));
      result.push_back(number ? *number : std::numeric_limits<double>::quiet_NaN());
    }
    return result;
  }
  std::vector<Value> values(std::size_t column) const override {
    std::vector<Value> result;
    for (std::size_t row = 1; row < table_.rows(); ++row) result.push_back(table_.at(row, column));
    return result;
  }

 private:
  Table table_;
  Date null_date_;
};

inline Table table(std::initializer_list<std::initializer_list<Value>> rows) {
  Table result;
  for (const auto& row : rows) result.append(row);
  return result;
}

inline Value words(const char* text) {
  return std::string(text);
}

}  // namespace steward::ledger
