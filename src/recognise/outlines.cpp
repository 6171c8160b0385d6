#include "recognise/outlines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "ascii.hpp"

namespace steward::recognise {
namespace {

using Numbers = std::vector<int>;

constexpr std::size_t deepest = 6;

// "2.1.13" or "2.1." as its numbers; nothing where anything else stands in the text.
std::optional<Numbers> read_numbers(std::string_view text) {
  constexpr std::size_t longest_number = 3;  // digits: no thousands
  Numbers numbers;
  while (!text.empty()) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 0 || digits > longest_number || numbers.size() == deepest) return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + digits, number);
    numbers.push_back(number);
    text.remove_prefix(digits);
    if (text.empty()) break;
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
  return numbers.empty() ? std::nullopt : std::optional(numbers);
}

// What a cell says of the outline: its text, or a whole number typed as such.
std::optional<Numbers> numbers_of(const Draft& draft, int row, int column) {
  constexpr double greatest = 999;
  if (draft.grid.kind(row, column) != Kind::amount) return read_numbers(draft.grid.text(row, column));
  const double value = draft.grid.value(row, column);
  if (value < 0 || value > greatest || value != std::floor(value)) return std::nullopt;
  return Numbers{static_cast<int>(value)};
}

// The next number on the same level, the first one a level deeper, or the next one of a level above.
bool succeeds(const Numbers& last, const Numbers& next) {
  if (next.size() > last.size()) {
    return std::equal(last.begin(), last.end(), next.begin()) &&
           std::all_of(next.begin() + static_cast<std::ptrdiff_t>(last.size()), next.end(), [](int number) { return number <= 1; });
  }
  const auto end = static_cast<std::ptrdiff_t>(next.size()) - 1;
  if (std::equal(next.begin(), next.begin() + end, last.begin()) && next.back() == last[static_cast<std::size_t>(end)] + 1) return true;
  // "1.3", then "2.1" below a heading
  return next.size() == last.size() && next.size() >= 2 && next.back() == 1 && next[next.size() - 2] == last[next.size() - 2] + 1;
}

}  // namespace

bool numbers_outline(const Draft& draft, const ColumnFacts& facts) {
  constexpr int fewest = 3;
  constexpr int most_looked_at = 400;
  if (facts.text_amounts < fewest || facts.formulas > 0) return false;
  std::optional<Numbers> last;
  int steps = 0, successors = 0, dotted = 0;
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + most_looked_at); ++row) {
    const Kind kind = draft.grid.kind(row, facts.column);
    if (kind != Kind::text_amount && kind != Kind::digits && kind != Kind::amount) continue;
    auto numbers = numbers_of(draft, row, facts.column);
    if (!numbers) return false;
    dotted += numbers->size() > 1;
    if (last) {
      ++steps;
      successors += succeeds(*last, *numbers);
    }
    last = std::move(numbers);
  }
  return dotted * 2 > steps && steps >= fewest - 1 && successors * 5 >= steps * 4;
}

}  // namespace steward::recognise
