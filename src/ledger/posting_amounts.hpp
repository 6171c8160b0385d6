#pragma once

#include <cstddef>
#include <vector>

#include "ledger/source.hpp"
#include "result.hpp"

namespace steward::ledger {

/// The dates and amounts of a ledger, row by row.
class PostingAmounts {
 public:
  /// The source must outlive this reader.
  PostingAmounts(const LedgerSource& ledger, std::size_t date_column, std::size_t amount_column);

  /// Whether a row is a posting: a row without an amount, with a date or none, is no posting. Faults: value when the
  /// amount or the date cannot be read.
  Result<bool> is_posting(std::size_t row);
  /// As a number of days from the null date of the ledger.
  double date(std::size_t row) const { return dates_[row]; }
  double amount(std::size_t row) const { return amounts_[row]; }

 private:
  // Cells in which a number is missing, looked at one by one until that would cost more than reading the column.
  class Cells {
   public:
    Cells(const LedgerSource& ledger, std::size_t column) : ledger_(ledger), column_(column) {}
    bool is_blank(std::size_t row);

   private:
    const LedgerSource& ledger_;
    std::size_t column_, looked_ = 0;
    std::vector<Value> all_;
  };

  std::vector<double> dates_, amounts_;
  Cells date_cells_, amount_cells_;
};

}  // namespace steward::ledger
