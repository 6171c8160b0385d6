#include "functions/uno/range_ledger.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <limits>

#include "unotext.hpp"

namespace steward::functions {
namespace {

namespace css = com::sun::star;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

css::table::CellRangeAddress address_of(const Reference<css::uno::XInterface>& range) {
  return Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

sal_Int32 last_used_row(const Reference<css::table::XCellRange>& range) {
  const Reference<css::sheet::XSheetCellRange> on_sheet(range, UNO_QUERY_THROW);
  const auto cursor = on_sheet->getSpreadsheet()->createCursor();
  Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
  return address_of(cursor).EndRow;
}

Sequence<Sequence<Any>> cells_of(const Reference<css::table::XCellRange>& range) {
  return Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
}

Value value_of(const Any& cell) {
  double number = 0;
  rtl::OUString text;
  if (cell >>= number) return number;
  // Void stands for an error; a blank cell is an empty text.
  if (!(cell >>= text)) return CellError{"#VALUE!"};
  return text.isEmpty() ? Value(Blank()) : Value(to_utf8(text));
}

}  // namespace

RangeLedger::RangeLedger(const Reference<css::table::XCellRange>& range, Date null_date)
    : range_(range), null_date_(null_date) {
  const auto address = address_of(range);
  columns_ = address.EndColumn - address.StartColumn + 1;
  const auto last = std::min(address.EndRow, last_used_row(range));
  rows_ = static_cast<std::size_t>(std::max(0, last - address.StartRow));
}

std::vector<std::string> RangeLedger::headers() const {
  std::vector<std::string> result;
  const auto row = cells_of(range_->getCellRangeByPosition(0, 0, columns_ - 1, 0));
  for (const Any& cell : row[0]) {
    rtl::OUString text;
    cell >>= text;
    result.push_back(to_utf8(text));
  }
  return result;
}

Reference<css::table::XCellRange> RangeLedger::data(std::size_t column) const {
  const auto at = static_cast<sal_Int32>(column);
  return range_->getCellRangeByPosition(at, 1, at, static_cast<sal_Int32>(rows_));
}

std::vector<double> RangeLedger::numbers(std::size_t column) const {
  std::vector<double> result;
  if (rows_ == 0) return result;
  result.reserve(rows_);
  for (const auto& row : cells_of(data(column))) {
    double number = std::numeric_limits<double>::quiet_NaN();
    row[0] >>= number;
    result.push_back(number);
  }
  return result;
}

std::vector<Value> RangeLedger::values(std::size_t column) const {
  std::vector<Value> result;
  if (rows_ == 0) return result;
  result.reserve(rows_);
  for (const auto& row : cells_of(data(column))) result.push_back(value_of(row[0]));
  return result;
}

Value RangeLedger::value(std::size_t row, std::size_t column) const {
  const auto at = static_cast<sal_Int32>(column), below_header = static_cast<sal_Int32>(row) + 1;
  return value_of(cells_of(range_->getCellRangeByPosition(at, below_header, at, below_header))[0][0]);
}

}  // namespace steward::functions
