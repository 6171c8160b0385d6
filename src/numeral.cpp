#include "numeral.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

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

double decimal_sum(std::initializer_list<double> terms) {
  double sum = 0, largest = 0;
  for (const double term : terms) {
    sum += term;
    largest = std::max(largest, std::abs(term));
  }
  if (largest == 0 || !std::isfinite(sum)) return sum;
  static constexpr std::array<double, 23> power{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  int decimals = 14 - static_cast<int>(std::floor(std::log10(largest)));
  if (decimals < 0 || decimals > 21) return sum;  // 10^22 is the largest power of ten that is a double
  // The logarithm of 9.99…e12 is 13 when rounded.
  if (largest * power[static_cast<std::size_t>(decimals + 1)] < 1e15) ++decimals;
  const double scale = power[static_cast<std::size_t>(decimals)];
  return std::round(sum * scale) / scale;
}

}  // namespace steward
