#include "control/season.hpp"

#include <charconv>
#include <string>

#include "words/keywords.hpp"

namespace steward::control {
namespace {

std::optional<int> whole(std::string_view digits) {
  int number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return number;
}

// The part of the year in which a quarter or half lies.
std::optional<Season> part(std::string_view digits, int parts, int periods_in_year) {
  const auto number = whole(digits);
  if (!number || *number < 1 || *number > parts || periods_in_year % parts != 0) return std::nullopt;
  const int length = periods_in_year / parts;
  return Season{(*number - 1) * length + 1, *number * length};
}

std::optional<Season> single(std::string_view text, int periods_in_year) {
  if (text.starts_with('q')) return part(text.substr(1), 4, periods_in_year);
  if (text.starts_with('h')) return part(text.substr(1), 2, periods_in_year);
  const auto number = whole(text.starts_with('p') ? text.substr(1) : text);
  if (!number || *number < 1 || *number > periods_in_year) return std::nullopt;
  return Season{*number, *number};
}

}  // namespace

std::optional<Season> read_season(std::string_view text, int periods_in_year) {
  std::string plain;
  for (const char c : folded(text))
    if (c != ' ') plain += c;
  for (const std::string_view dash : {"–", "—", "~", "至"})
    if (const auto at = plain.find(dash); at != std::string::npos) plain.replace(at, dash.size(), "-");
  const auto dash = plain.find('-');
  if (dash == std::string::npos) return single(plain, periods_in_year);
  const auto from = single(std::string_view(plain).substr(0, dash), periods_in_year);
  const auto to = single(std::string_view(plain).substr(dash + 1), periods_in_year);
  if (!from || !to || to->last < from->first) return std::nullopt;
  return Season{from->first, to->last};
}

}  // namespace steward::control
