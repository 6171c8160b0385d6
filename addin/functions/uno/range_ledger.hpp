#pragma once

#include <com/sun/star/table/XCellRange.hpp>

#include "ledger/source.hpp"

namespace steward::functions {

/// A ledger in a range of cells with a header row. Whole columns are clipped to what is used, and only the columns that
/// a figure needs are read.
class RangeLedger final : public ledger::LedgerSource {
 public:
  RangeLedger(const com::sun::star::uno::Reference<com::sun::star::table::XCellRange>& range, Date null_date);

  std::vector<std::string> headers() const override;
  std::size_t rows() const override { return rows_; }
  Date null_date() const override { return null_date_; }
  std::vector<double> numbers(std::size_t column) const override;
  std::vector<Value> values(std::size_t column) const override;
  std::vector<ledger::KeyBook::Key> keys(std::size_t column, ledger::KeyBook& book) const override;
  Value value(std::size_t row, std::size_t column) const override;

 private:
  template <class Take>
  void each(std::size_t column, const Take& take) const;

  com::sun::star::uno::Reference<com::sun::star::table::XCellRange> range_;
  Date null_date_;
  std::size_t rows_ = 0;
  sal_Int32 columns_ = 0;
};

}  // namespace steward::functions
