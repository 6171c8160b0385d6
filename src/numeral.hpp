#pragma once

#include <initializer_list>
#include <string>

namespace steward {

/// A number as `%.15g` writes it in the C locale, whatever the locale of the process, with −0 as 0. A file keeps these
/// 15 digits, so what is written like this is the same before saving and after loading.
std::string numeral(double number);

/// The number that a file gives back after saving: the double nearest to its 15 digits.
double through_fifteen_digits(double number);

/// The sum as decimal arithmetic gives it: rounded to the last of the 15 digits that the largest term has, so that
/// 1,000.10 − 1,000 − 0.10 is 0, and 0.3 equals 0.1 + 0.2. Amounts in cells have no more digits than that.
double decimal_sum(std::initializer_list<double> terms);

}  // namespace steward
