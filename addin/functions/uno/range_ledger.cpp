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
#include <unordered_map>

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

// Read in one call: in pieces the office's small sequences are given back and taken again so often that the memory manager
// costs more than the reading (tried on 7.4, and worse from one keystroke to the next).
template <class Take>
void RangeLedger::each(std::size_t column, const Take& take) const {
  if (rows_ == 0) return;
  const auto at = static_cast<sal_Int32>(column);
  for (const auto& row : cells_of(range_->getCellRangeByPosition(at, 1, at, static_cast<sal_Int32>(rows_)))) take(row[0]);
}

std::vector<double> RangeLedger::numbers(std::size_t column) const {
  std::vector<double> result;
  result.reserve(rows_);
  each(column, [&](const Any& cell) {
    double number = std::numeric_limits<double>::quiet_NaN();
    cell >>= number;
    result.push_back(number);
  });
  return result;
}

std::vector<Value> RangeLedger::values(std::size_t column) const {
  std::vector<Value> result;
  result.reserve(rows_);
  each(column, [&](const Any& cell) { result.push_back(value_of(cell)); });
  return result;
}

namespace {

// The office keeps equal texts once. One that was seen is known by where it lies, which is kept for that long.
class KnownTexts {
 public:
  explicit KnownTexts(ledger::KeyBook& book) : book_(book) {}

  ledger::KeyBook::Key key(const rtl::OUString& text) {
    if (text.pData == last_) return last_key_;
    auto [known, is_new] = keys_.try_emplace(text.pData);
    if (is_new) known->second = {text, book_.key(std::string_view(to_utf8(text)))};
    last_ = text.pData;
    return last_key_ = known->second.second;
  }

 private:
  ledger::KeyBook& book_;
  std::unordered_map<const rtl_uString*, std::pair<rtl::OUString, ledger::KeyBook::Key>> keys_;
  const rtl_uString* last_ = nullptr;
  ledger::KeyBook::Key last_key_ = ledger::KeyBook::blank;
};

}  // namespace

std::vector<ledger::KeyBook::Key> RangeLedger::keys(std::size_t column, ledger::KeyBook& book) const {
  std::vector<ledger::KeyBook::Key> result;
  result.reserve(rows_);
  KnownTexts texts(book);
  std::unordered_map<double, ledger::KeyBook::Key> numbers;
  each(column, [&](const Any& cell) {
    double number = 0;
    if (cell.getValueTypeClass() == css::uno::TypeClass_STRING) {
      result.push_back(texts.key(*static_cast<const rtl::OUString*>(cell.getValue())));
    } else if (cell >>= number) {
      const auto [known, is_new] = numbers.try_emplace(number);
      if (is_new) known->second = book.key(Value(number));
      result.push_back(known->second);
    } else {
      result.push_back(book.key(value_of(cell)));
    }
  });
  return result;
}

Value RangeLedger::value(std::size_t row, std::size_t column) const {
  const auto at = static_cast<sal_Int32>(column), below_header = static_cast<sal_Int32>(row) + 1;
  return value_of(cells_of(range_->getCellRangeByPosition(at, below_header, at, below_header))[0][0]);
}

}  // namespace steward::functions
