#pragma once

#include <string>

#include "functions/argument.hpp"

/// How arguments are written in vector files, as an office hands them over. A ledger is written as its range.
namespace steward::functions::literal {

Argument to_argument(const std::string& text, NullDate null_date);

}  // namespace steward::functions::literal
