#include "allocation/spread.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "allocation/allocate.hpp"
#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

constexpr int most_periods = 1'048'576;  // the rows of a sheet

std::optional<int> leading_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 1 || number > most_periods) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// "4-4-5x4" as its weeks: 4, 4, 5, four times over. Empty when it is no pattern.
std::vector<Value> weeks_in(std::string_view written) {
  const std::string plain = folded(written);
  std::string_view rest = plain;
  std::vector<Value> once;
  do {
    if (!once.empty()) rest.remove_prefix(1);
    const auto weeks = leading_number(rest);
    if (!weeks) return {};
    once.emplace_back(static_cast<double>(*weeks));
  } while (rest.starts_with('-'));
  int times = 1;
  if (rest.starts_with('x')) {
    rest.remove_prefix(1);
    const auto repeated = leading_number(rest);
    if (!repeated) return {};
    times = *repeated;
  }
  if (!rest.empty() || once.size() < 2 || once.size() * static_cast<std::size_t>(times) > most_periods) return {};
  std::vector<Value> all;
  for (int i = 0; i < times; ++i) all.insert(all.end(), once.begin(), once.end());
  return all;
}

Result<Table> equal_periods(double count) {
  if (!(count >= 1 && count <= most_periods) || count != std::floor(count))
    return Fault{FaultKind::number, phrase::no_count, {}};
  return Table(static_cast<std::size_t>(count), 1, Value(1.0));
}

Result<Table> weights_of(const Table& by) {
  if (by.size() != 1) return by;
  const Value& only = by.cells().front();
  if (const auto* count = std::get_if<double>(&only)) return equal_periods(*count);
  const auto* pattern = std::get_if<std::string>(&only);
  if (!pattern) return by;
  auto weeks = weeks_in(*pattern);
  if (weeks.empty()) return Fault{FaultKind::argument, phrase::no_pattern, {*pattern}};
  return Table::column(std::move(weeks));
}

}  // namespace

Result<Table> spread(double total, const Table& by, int decimals) {
  STEWARD_TRY(const Table weights, weights_of(by));
  return allocate(total, weights, decimals, std::nullopt, std::nullopt);
}

}  // namespace steward::allocation
