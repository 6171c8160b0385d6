#include "plan/options.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "intake/amount_text.hpp"
#include "numeral.hpp"
#include "plan/table_reader.hpp"
#include "words/keywords.hpp"
#include "words/phrases/commands.gen.hpp"

namespace steward::plan {

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : folded(name))
    if (std::isalnum(static_cast<unsigned char>(c))) plain += c;
  return plain;
}

std::optional<Date> read_day(std::string_view text) {
  const std::string plain = folded(text);
  std::vector<int> numbers;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < plain.size();) {
    int number = 0;
    const auto read = std::from_chars(plain.data() + at, plain.data() + plain.size(), number);
    if (read.ec == std::errc{} && plain[at] != '-') {
      digits += static_cast<std::size_t>(read.ptr - plain.data()) - at;
      numbers.push_back(number);
      at = static_cast<std::size_t>(read.ptr - plain.data());
    } else {
      const bool is_mark =
          std::string_view("-/. \xE5\xB9\xB4\xE6\x9C\x88\xE6\x97\xA5").find(plain[at]) != std::string_view::npos;
      if (!is_mark) {
        if (numbers.size() == 3) break;  // a time of day follows
        return std::nullopt;
      }
      ++at;
    }
    if (numbers.size() == 3 && at < plain.size() && (plain[at] == ' ' || plain[at] == 't')) break;
  }
  if (numbers.size() == 1 && digits == 8) numbers = {numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100};
  if (numbers.size() != 3 || numbers[0] < 1000) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{numbers[0]},
                                        std::chrono::month{static_cast<unsigned>(numbers[1])},
                                        std::chrono::day{static_cast<unsigned>(numbers[2])}};
  return day.ok() ? std::optional(Date(day)) : std::nullopt;
}

OptionReader::OptionReader(const Request& request) : request_(request) {}

const Option* OptionReader::find(std::string_view name) const {
  const std::string wanted = plain_name(name);
  const auto found =
      std::ranges::find_if(request_.options, [&](const auto& option) { return plain_name(option.first) == wanted; });
  return found == request_.options.end() ? nullptr : &found->second;
}

std::optional<std::string> OptionReader::text(std::string_view name) const {
  const Option* option = find(name);
  if (!option) return std::nullopt;
  if (const auto* number = std::get_if<double>(option)) return numeral(*number);
  const auto* text = std::get_if<std::string>(option);
  return text && !folded(*text).empty() ? std::optional(*text) : std::nullopt;
}

Result<std::optional<double>> OptionReader::number(std::string_view name) const {
  const Option* option = find(name);
  if (!option) return std::optional<double>();
  if (const auto* number = std::get_if<double>(option)) return std::optional(*number);
  const auto given = text(name);
  if (!given) return std::optional<double>();
  const auto amount = intake::read_amount(*given);
  if (!amount) return refused(phrase::option_unreadable, {std::string(name), *given});
  return std::optional(amount->value);
}

Result<std::optional<Date>> OptionReader::day(std::string_view name) const {
  const Option* option = find(name);
  if (!option) return std::optional<Date>();
  if (const auto* number = std::get_if<double>(option))
    return std::optional(null_date(request_.book) + std::chrono::days(static_cast<int>(*number)));
  const auto given = text(name);
  if (!given) return std::optional<Date>();
  const auto day = read_day(*given);
  if (!day) return refused(phrase::option_unreadable, {std::string(name), *given});
  return day;
}

const Table* OptionReader::table(std::string_view name) const {
  const Option* option = find(name);
  return option ? std::get_if<Table>(option) : nullptr;
}

}  // namespace steward::plan
