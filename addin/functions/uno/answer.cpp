#include "functions/uno/answer.hpp"

#include <com/sun/star/util/Date.hpp>
#include <bit>

#include "functions/calc_error.hpp"
#include "functions/uno/range_ledger.hpp"
#include "rows.hpp"

namespace steward::functions {
namespace {

using css::uno::Any;
using css::uno::Sequence;

// Calc takes a NaN with an error code in its low bits for that error, in values and in matrices.
double error_number(int code) {
  return std::bit_cast<double>(0x7FF8000000000000ULL | static_cast<unsigned long long>(code));
}

Value to_value(const Any& any) {
  switch (any.getValueTypeClass()) {
    case css::uno::TypeClass_VOID: return Blank();
    case css::uno::TypeClass_STRING: return to_utf8(*static_cast<const rtl::OUString*>(any.getValue()));
    default: {
      double number = 0;
      if (any >>= number) return number;
      return CellError{"#VALUE!"};
    }
  }
}

Table to_table(const Sequence<Sequence<Any>>& rows) {
  Table table(static_cast<std::size_t>(rows.getLength()), rows.hasElements() ? static_cast<std::size_t>(rows[0].getLength()) : 0);
  std::size_t index = 0;
  for (const auto& row : rows)
    for (const auto& cell : row) table.cells()[index++] = to_value(cell);
  return table;
}

Any to_any(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return Any(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return Any(to_office(*text));
  if (const auto* error = std::get_if<CellError>(&value)) return Any(error_number(calc_error_code(error->name)));
  return Any(rtl::OUString());
}

NullDate null_date_of(const css::uno::Reference<css::beans::XPropertySet>& document) {
  css::util::Date day;
  if (document.is() && (document->getPropertyValue("NullDate") >>= day))
    return {date(day.Year, day.Month, day.Day)};
  return {};
}

}  // namespace

Argument to_argument(const Any& any) {
  if (!any.hasValue()) return Omitted();
  Sequence<Sequence<Any>> rows;
  if (any.getValueTypeClass() == css::uno::TypeClass_SEQUENCE && (any >>= rows)) return to_table(rows);
  return to_value(any);
}

Argument to_argument(const css::uno::Reference<css::table::XCellRange>& range,
                     const css::uno::Reference<css::beans::XPropertySet>& document) {
  if (!range.is()) return Omitted();
  return std::shared_ptr<const ledger::LedgerSource>(std::make_shared<RangeLedger>(range, null_date_of(document).day));
}

Any answer(const Function& function, const std::vector<Argument>& arguments,
           const css::uno::Reference<css::beans::XPropertySet>& document) {
  const auto result = function.call(arguments, null_date_of(document));
  if (result.has_error()) return Any(error_number(calc_error(result.error().kind).code));
  if (const auto* table = std::get_if<Table>(&result.value())) {
    if (table->size() == 0) return Any(error_number(calc_error(FaultKind::not_available).code));
    return to_rows(*table, [](const Value& value) { return to_any(value); });
  }
  return to_any(std::get<Value>(result.value()));
}

}  // namespace steward::functions
