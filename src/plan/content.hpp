#pragma once

#include <string>
#include <variant>

#include "date.hpp"
#include "matrix.hpp"
#include "value.hpp"

namespace steward::plan {

/// A live formula as English text with ";" between arguments and absolute or relative A1 references.
struct Formula {
  std::string text;
  bool operator==(const Formula&) const = default;
};

/// What one cell receives. A text is written as text even when it begins with "=".
using Content = std::variant<Blank, double, std::string, Date, Formula>;
using Block = Matrix<Content>;

}  // namespace steward::plan
