#pragma once

#include <string>
#include <variant>

#include "matrix.hpp"

namespace steward {

/// An empty cell. Blank is not zero.
struct Blank {
  bool operator==(const Blank&) const = default;
};

/// A cell that holds an error of its own, by its name in English: "#REF!".
struct CellError {
  std::string name;
  bool operator==(const CellError&) const = default;
};

/// What one cell can hold.
using Value = std::variant<Blank, double, std::string, CellError>;

/// What a range holds, what a table function returns and what a command answers.
using Table = Matrix<Value>;

inline bool is_blank(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return std::holds_alternative<Blank>(value) || (text && text->empty());
}

}  // namespace steward
