#include "plan/mixed_parents.hpp"

#include <algorithm>

#include "plan/sheet_builder.hpp"

namespace steward::plan {

using control::LineBook;
using control::LineNumber;

namespace {

// The nearest line above that is still within the parent, or the parent itself.
std::optional<LineNumber> step_above(LineBook& lines, LineNumber line, LineNumber parent) {
  for (const LineNumber one : lines.above(line)) {
    if (one == line) continue;
    if (one == parent) return one;
    const auto& further = lines.above(one);
    if (std::ranges::find(further, parent) != further.end()) return one;
  }
  return std::nullopt;
}

}  // namespace

std::vector<MixedParent> mixed_parents(LineBook& lines) {
  std::vector<MixedParent> found;
  for (LineNumber parent = 0; parent < lines.size(); ++parent) {
    if (!lines.is_mixed(parent)) continue;
    const auto counts = [&](LineNumber line) { return control::add_up(lines[line].nature, lines[parent].nature) ? 1 : 0; };
    MixedParent one{parent, {{parent, 1}}};
    for (LineNumber line = 0; line < lines.size(); ++line) {
      const auto above = line == parent ? std::nullopt : step_above(lines, line, parent);
      if (above && counts(line) != counts(*above)) one.parts.emplace_back(line, counts(line) - counts(*above));
    }
    found.push_back(std::move(one));
  }
  return found;
}

std::string sum_of_parts(const MixedParent& parent, int column, int first_row) {
  std::string formula = "=";
  for (std::size_t at = 0; at < parent.parts.size();) {
    const auto [line, sign] = parent.parts[at];
    std::size_t end = at + 1;
    while (end < parent.parts.size() && parent.parts[end] == std::pair(line + static_cast<LineNumber>(end - at), sign)) ++end;
    const int first = first_row + static_cast<int>(line), last = first + static_cast<int>(end - at) - 1;
    if (sign < 0 || at > 0) formula += sign < 0 ? "-" : "+";
    formula += "SUM(" + range_name(first, column, last, column) + ")";
    at = end;
  }
  return formula;
}

}  // namespace steward::plan
