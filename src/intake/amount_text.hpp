#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Amounts that are stored as text, in whatever way people and programs write them.
namespace steward::intake {

enum class DecimalMark { unknown, point, comma };

/// An amount read from a text.
struct AmountText {
  double value = 0;                         ///< sign and factor ("万", "k") applied
  DecimalMark mark = DecimalMark::unknown;  ///< which mark the text proves; unknown for "500" and for "1.234"
  bool is_digits = false;                   ///< nothing but digits: may as well be a code
  bool is_ambiguous = false;                ///< "1.234", "1,234": one mark, three digits after it; read by `assumed`
  std::string unit;                         ///< currency as written: "€", "EUR", "¥"; empty where none is
};

/// Reads "1,234.56", "1.234,56", "1 234,56", "1'234.56", "(500)", "500-", "-500", "+500", "¥3万", "€ 1.5k", "12 EUR",
/// "40,800,000", full-width digits; a lone dash is 0 in accounting and is not read here. `assumed` decides what a
/// single mark with three digits after it is; unknown takes it for a thousands separator, as amounts seldom have three
/// decimals. Percentages, dates and texts with other words are no amounts. The value is exact to what a double holds.
std::optional<AmountText> read_amount(std::string_view text, DecimalMark assumed = DecimalMark::unknown);

}  // namespace steward::intake
