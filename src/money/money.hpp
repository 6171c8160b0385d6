#pragma once

#include <compare>
#include <string>
#include <utility>
#ifndef __SIZEOF_INT128__
#include <boost/multiprecision/cpp_int.hpp>
#endif

#include "result.hpp"

namespace steward {

/// A whole number of minor units, wide enough that no sum over a sheet and no product with a rate can overflow:
/// one amount has at most 53 bits, a sheet 20, a decimal rate 40.
#ifdef __SIZEOF_INT128__
__extension__ using Minor = __int128;
#else
using Minor = boost::multiprecision::int128_t;
#endif

/// The digits of a number of minor units: "-1250".
std::string digits_of(Minor minor);

/// An amount of money in minor units (cents, fen). Never compared or added as a double.
/// How many decimals the minor unit has belongs to the workbook, not to the amount.
class Money {
 public:
  constexpr Money() = default;
  explicit Money(Minor minor) : minor_(std::move(minor)) {}

  /// The amount in a cell, rounded half away from zero to the minor unit after the 15 digits that a file keeps.
  /// Faults when it is not finite or beyond 2^53 minor units, where a double no longer holds every unit.
  static Result<Money> from(double amount, int decimals);

  const Minor& minor() const { return minor_; }
  /// The amount as a cell holds it.
  double amount(int decimals) const;
  /// "1,234.50", "-20.00": the amount as a message shows it.
  std::string text(int decimals) const;

  bool is_zero() const { return minor_ == 0; }
  Money operator-() const { return Money(Minor(-minor_)); }
  Money& operator+=(const Money& other) { minor_ += other.minor_; return *this; }
  Money& operator-=(const Money& other) { minor_ -= other.minor_; return *this; }
  friend Money operator+(Money a, const Money& b) { return a += b; }
  friend Money operator-(Money a, const Money& b) { return a -= b; }
  friend bool operator==(const Money& a, const Money& b) { return a.minor_ == b.minor_; }
  friend std::strong_ordering operator<=>(const Money& a, const Money& b) {
    return a.minor_ < b.minor_ ? std::strong_ordering::less : b.minor_ < a.minor_ ? std::strong_ordering::greater : std::strong_ordering::equal;
  }

 private:
  Minor minor_{};
};

inline Money abs(const Money& money) { return money < Money() ? -money : money; }

}  // namespace steward
