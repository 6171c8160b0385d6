#include "functions/uno/answer.hpp"

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
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

bool is_chinese(const css::lang::Locale& locale) { return locale.Language.startsWith("zh"); }

// The language of the document: of its properties where somebody has set it, else Chinese where its text is Chinese. A
// Chinese office writes a Western language into new documents, beside an Asian one that every office sets to Chinese:
// such a document does not tell, and the language of the user interface decides.
Language language_of(const css::uno::Reference<css::beans::XPropertySet>& document, const css::lang::Locale& shown) {
  if (!document.is()) return Language::english;
  const css::uno::Reference<css::document::XDocumentPropertiesSupplier> supplier(document, css::uno::UNO_QUERY);
  if (supplier.is())
    if (const auto stated = supplier->getDocumentProperties()->getLanguage(); !stated.Language.isEmpty())
      return is_chinese(stated) ? Language::chinese : Language::english;
  css::lang::Locale western;
  document->getPropertyValue("CharLocale") >>= western;
  return is_chinese(western) || is_chinese(shown) ? Language::chinese : Language::english;
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
           const css::uno::Reference<css::beans::XPropertySet>& document, const css::lang::Locale& shown) {
  const auto result = function.call(arguments, null_date_of(document), language_of(document, shown));
  if (result.has_error()) return Any(error_number(calc_error(result.error().kind).code));
  if (const auto* table = std::get_if<Table>(&result.value())) {
    if (table->size() == 0) return Any(error_number(calc_error(FaultKind::not_available).code));
    return to_rows(*table, [](const Value& value) { return to_any(value); });
  }
  return to_any(std::get<Value>(result.value()));
}

}  // namespace steward::functions
