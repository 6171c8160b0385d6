#include "literal.hpp"

#include "audit/vectors.hpp"

namespace steward::functions::literal {

Argument to_argument(const std::string& text, NullDate null_date) {
  if (text.empty()) return Omitted();
  if (text == audit::blank_cell) return Value(0.0);  // what Calc hands over for a lone empty cell
  if (!audit::is_literal_range(text)) return audit::literal_value(text, null_date.day);
  return audit::literal_table(text, null_date.day);
}

}  // namespace steward::functions::literal
