#include "functions/reading.hpp"
#include "words/phrases/functions.gen.hpp"

#include <charconv>
#include <cmath>

namespace steward::functions {
namespace {

Fault wrong(Phrase sentence, std::string_view parameter) {
  return {FaultKind::value, sentence, {std::string(parameter)}};
}

std::optional<double> whole_number_in(std::string_view text) {
  const std::string plain = folded(text);
  long long number = 0;
  const char* end = plain.data() + plain.size();
  const auto read = std::from_chars(plain.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return static_cast<double>(number);
}

}  // namespace

Result<double> read_number(const Value& value, std::string_view parameter) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (is_blank(value)) return wrong(phrase::no_amount, parameter);
  if (const auto* text = std::get_if<std::string>(&value))
    if (const auto number = whole_number_in(*text)) return *number;
  return wrong(phrase::not_a_number, parameter);
}

Result<int> read_whole(const Value& value, std::string_view parameter) {
  STEWARD_TRY(const double number, read_number(value, parameter));
  if (number != std::floor(number) || std::abs(number) > 2147483647.0)
    return Fault{FaultKind::argument, phrase::not_a_whole_number, {std::string(parameter)}};
  return static_cast<int>(number);
}

Result<Date> read_date(const Value& value, std::string_view parameter, NullDate null_date) {
  if (is_blank(value)) return wrong(phrase::no_amount, parameter);
  const auto* days = std::get_if<double>(&value);
  // Calc's own calendar runs to the year 32767.
  if (!days || !(std::abs(*days) < 12'000'000)) return wrong(phrase::not_a_date, parameter);
  return null_date.day + std::chrono::days{static_cast<int>(std::floor(*days))};
}

Result<std::string> read_text(const Value& value, std::string_view parameter) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number, std::chars_format::general, 15);
    return std::string(digits.data(), end.ptr);
  }
  return wrong(is_blank(value) ? phrase::no_amount : phrase::not_a_number, parameter);
}

}  // namespace steward::functions
