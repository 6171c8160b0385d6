#pragma once

#include <string>
#include <vector>

#include "functions/argument.hpp"

/// How vector files write arguments and results; the office runner reads the same files (tests/office/vectors.py).
/// A bare number or text, an ISO date, `{a;b|c;d}` for a range in which an empty element is a blank cell, an error by its
/// name, `'` before what is text in any case; an empty field is an argument left out.
namespace steward::functions::literal {

/// The fields of one line of CSV, quotes taken off.
std::vector<std::string> fields(const std::string& line);

Value to_value(const std::string& text, NullDate null_date);
Argument to_argument(const std::string& text, NullDate null_date);

}  // namespace steward::functions::literal
