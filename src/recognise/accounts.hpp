#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// What a cell of a sheet was read as.
enum class Account : std::uint8_t {
  none,     ///< stands in no table
  line,     ///< the amount of a line
  total,    ///< a total or a balance
  apart,    ///< below the total or beside the lines: not counted
  measure,  ///< a quantity, a price, a rate or another factor of an amount
  name,     ///< a key, a code, a period, a remark
  header
};

/// Every cell of one sheet with what its tables make of it.
class Accounts {
 public:
  Accounts(const Grid& grid, const std::vector<const Draft*>& drafts);

  Account at(int row, int column) const {
    if (row < 0 || column < 0 || row >= rows_ || column >= columns_) return Account::none;
    return cells_[static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row)];
  }

 private:
  void take(const Draft& draft);
  void set(int row, int column, Account account) {
    if (row >= 0 && column >= 0 && row < rows_ && column < columns_)
      cells_[static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row)] = account;
  }

  int rows_, columns_;
  std::vector<Account> cells_;
};

}  // namespace steward::recognise
