#include "workbook/relative.hpp"

#include <algorithm>
#include <optional>

#include "ascii.hpp"

namespace steward::workbook {
namespace {

constexpr int last_column = 1023;

bool is_of_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80; }

struct CellReference {
  std::size_t length = 0;
  bool fixed_column = false, fixed_row = false;
  int column = 0, row = 0;
};

// The reference that a text begins with, when nothing of a longer name or of a function's follows.
std::optional<CellReference> reference_at(std::string_view text) {
  CellReference found;
  std::size_t at = 0;
  const auto is = [&](auto kind) { return at < text.size() && kind(text[at]); };
  const auto dollar = [&] { return is([](char c) { return c == '$'; }) && ++at > 0; };
  found.fixed_column = dollar();
  for (; is(is_letter) && found.column <= last_column; ++at) found.column = found.column * 26 + (upper(text[at]) - 'A' + 1);
  if (found.column == 0 || --found.column > last_column) return std::nullopt;
  found.fixed_row = dollar();
  for (; is(is_digit) && found.row < 100'000'000; ++at) found.row = found.row * 10 + (text[at] - '0');
  if (found.row-- == 0 || is([](char c) { return is_of_name(c) || c == '.' || c == '('; })) return std::nullopt;
  found.length = at;
  return found;
}

std::string shown(const CellReference& cell, int row, int column) {
  const auto part = [](char axis, bool is_fixed, int place, int from) {
    return is_fixed ? axis + std::to_string(place) : std::string{axis, '['} + std::to_string(place - from) + ']';
  };
  return part('R', cell.fixed_row, cell.row, row) + part('C', cell.fixed_column, cell.column, column);
}

}  // namespace

std::string seen_from(std::string_view formula, int row, int column) {
  std::string result;
  for (std::size_t at = 0; at < formula.size();) {
    const char c = formula[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = std::min(formula.find(c, at + 1), formula.size() - 1);
      result += formula.substr(at, end + 1 - at);
      at = end + 1;
      continue;
    }
    const bool begins = (is_letter(c) || c == '$') && (at == 0 || !is_of_name(formula[at - 1]));
    if (const auto cell = begins ? reference_at(formula.substr(at)) : std::nullopt) {
      result += shown(*cell, row, column);
      at += cell->length;
    } else {
      result += c;
      ++at;
    }
  }
  return result;
}

}  // namespace steward::workbook
