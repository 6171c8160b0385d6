#include "numeral.hpp"

#include <array>
#include <charconv>

namespace steward {

std::string numeral(double number) {
  if (number == 0) return "0";
  std::array<char, 40> digits{};
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::general, 15);
  return {digits.data(), written.ptr};
}

double through_fifteen_digits(double number) {
  const std::string digits = numeral(number);
  double kept = number;
  std::from_chars(digits.data(), digits.data() + digits.size(), kept);
  return kept;
}

}  // namespace steward
