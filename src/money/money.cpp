#include "money/money.hpp"

#include <algorithm>
#include <cmath>

#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward {
namespace {

constexpr double largest_exact = 9007199254740992.0;  // 2^53

double scale_of(int decimals) { return decimals == 2 ? 100.0 : std::pow(10.0, decimals); }

}  // namespace

Result<Money> Money::from(double amount, int decimals) {
  // A file keeps 15 significant digits, so 1.005 read back means 1.005 exactly, not the double just below it.
  double scaled = amount * scale_of(decimals);
  // The last of 15 digits can only turn the scale near a half.
  const double nearest = std::round(scaled);
  if (std::abs(scaled) < 1e14 && std::abs(scaled - nearest) < 0.4) return Money(Minor(static_cast<long long>(nearest)));
  scaled = through_fifteen_digits(scaled);
  if (!std::isfinite(scaled) || std::abs(scaled) > largest_exact)
    return Fault{FaultKind::number, phrase::amount_too_large, {}};
  return Money(Minor(static_cast<long long>(std::round(scaled))));
}

double Money::amount(int decimals) const { return static_cast<double>(minor_) / scale_of(decimals); }

std::string digits_of(Minor minor) {
  std::string digits;
  for (Minor rest = minor < 0 ? Minor(-minor) : minor; rest > 0 || digits.empty(); rest /= 10)
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  if (minor < 0) digits += '-';
  std::ranges::reverse(digits);
  return digits;
}

std::string Money::text(int decimals) const {
  std::string digits = digits_of(minor_ < 0 ? Minor(-minor_) : minor_);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  const std::string fraction = digits.substr(digits.size() - places);
  digits.resize(digits.size() - places);
  for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  if (places > 0) digits += "." + fraction;
  return minor_ < 0 ? "-" + digits : digits;
}

}  // namespace steward
