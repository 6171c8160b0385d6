#pragma once

#include <string>

namespace steward {

/// A number as `%.15g` writes it in the C locale, whatever the locale of the process, with −0 as 0. A file keeps these
/// 15 digits, so what is written like this is the same before saving and after loading.
std::string numeral(double number);

/// The number that a file gives back after saving: the double nearest to its 15 digits.
double through_fifteen_digits(double number);

}  // namespace steward
