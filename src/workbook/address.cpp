#include <algorithm>

#include "workbook/snapshot.hpp"

namespace steward::workbook {
namespace {

std::string column_letters(int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters += static_cast<char>('A' + (rest - 1) % 26);
  std::ranges::reverse(letters);
  return letters;
}

std::string cell(int row, int column) {
  return "$" + column_letters(column) + "$" + std::to_string(row + 1);
}

// Calc leaves a name bare when it could not be read as anything else: letters, digits and underscores, beginning with
// a letter, and no cell address. Quoting where it was not needed is read back all the same.
bool needs_quotes(std::string_view name) {
  const auto plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
  };
  if (name.empty() || !std::ranges::all_of(name, plain)) return true;
  return std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

std::string sheet_part(const Snapshot& snapshot, int sheet) {
  const std::string& name = snapshot.sheets.at(static_cast<std::size_t>(sheet)).name();
  if (!needs_quotes(name)) return "$" + name + ".";
  std::string quoted = "$'";
  for (const char c : name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'.";
}

}  // namespace

std::string address(const Snapshot& snapshot, const Area& area) {
  const std::string first = sheet_part(snapshot, area.sheet) + cell(area.top, area.left);
  if (area.rows() == 1 && area.columns() == 1) return first;
  return first + ":" + cell(area.bottom, area.right);
}

std::string address(const Snapshot& snapshot, const Position& position) {
  return sheet_part(snapshot, position.sheet) + cell(position.row, position.column);
}

}  // namespace steward::workbook
