#include "intake/amount_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ascii.hpp"
#include "words/keywords.hpp"

namespace steward::intake {
namespace {

struct Suffix {
  std::string_view word;
  double factor;
};

constexpr auto factors = std::to_array<Suffix>({{"亿元", 1e8},
                                                {"亿", 1e8},
                                                {"万元", 1e4},
                                                {"万", 1e4},
                                                {"千元", 1e3},
                                                {"元", 1},
                                                {"萬元", 1e4},
                                                {"萬", 1e4},
                                                {"mio", 1e6},
                                                {"mrd", 1e9},
                                                {"k", 1e3},
                                                {"m", 1e6}});
constexpr auto currencies = std::to_array<std::string_view>(
    {"us$", "hk$", "nt$", "cdn$", "ca$", "au$", "nz$", "s$", "a$",  "c$",  "r$",  "$",   "€",   "£",   "¥",   "￥",  "₹",   "rmb", "cny",
     "eur", "usd", "gbp", "chf", "jpy", "cad", "aud", "mxn", "cop", "inr", "brl", "sfr", "fr.", "人民币",
     "pln", "zł",  "sek", "nok", "dkk", "kr",  "czk", "kč",  "huf", "ron", "bgn", "rub", "₽",   "uah", "₴",   "gel", "try", "₺",
     "ils", "₪",   "zar", "sgd", "myr", "php", "₱",   "thb", "฿",   "idr", "vnd", "₫",   "krw", "₩",   "lkr", "pkr", "bdt", "ngn",
     "₦",   "kes", "ars", "clp", "pen", "uyu", "hkd", "twd", "aed", "sar", "egp", "mad", "nzd"});

void trim(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
}

// Takes a currency from either end.
std::string take_currency(std::string_view& text) {
  for (const std::string_view currency : currencies) {
    if (text.starts_with(currency)) {
      text.remove_prefix(currency.size());
    } else if (text.ends_with(currency) && text.size() > currency.size()) {
      text.remove_suffix(currency.size());
    } else {
      continue;
    }
    trim(text);
    return std::string(currency);
  }
  return {};
}

double take_factor(std::string_view& text) {
  for (const auto& [word, factor] : factors) {
    if (!text.ends_with(word) || text.size() == word.size()) continue;
    text.remove_suffix(word.size());
    trim(text);
    return factor;
  }
  return 1;
}

// The sign in any of its places: "(x)", "-x", "x-", "−x"; false where two contradict each other.
bool take_sign(std::string_view& text, int& sign) {
  const auto negate = [&] { return std::exchange(sign, -1) == 1; };
  constexpr std::string_view minus = "−";
  if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
    text = text.substr(1, text.size() - 2);
    trim(text);
    return negate();
  }
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  } else if (text.starts_with('-')) {
    text.remove_prefix(1);
    if (!negate()) return false;
  } else if (text.starts_with(minus)) {
    text.remove_prefix(minus.size());
    if (!negate()) return false;
  } else if (text.ends_with('-') && text.size() > 1) {
    text.remove_suffix(1);
    if (!negate()) return false;
  }
  trim(text);
  return true;
}

// Splits at thousands separators: groups of three after a first one of one to three digits.
bool grouped(std::string_view whole, std::string_view separator, std::string& digits) {
  digits.clear();
  bool first = true;
  while (true) {
    const auto at = whole.find(separator);
    const std::string_view group = whole.substr(0, at);
    const bool fits = first ? !group.empty() && group.size() <= 3 : group.size() == 3;
    if (!fits || !std::ranges::all_of(group, is_digit)) return false;
    digits += group;
    if (at == std::string_view::npos) return true;
    whole.remove_prefix(at + separator.size());
    first = false;
  }
}

bool ungrouped(std::string_view whole, std::string& digits) {
  if (whole.empty() || std::ranges::all_of(whole, is_digit)) {
    digits = whole;
    return true;
  }
  for (const std::string_view separator : {"'", "’", " ", "\xC2\xA0", "\xE2\x80\xAF"}) {
    if (whole.find(separator) != std::string_view::npos && grouped(whole, separator, digits)) return true;
  }
  return false;
}

struct Digits {
  std::string whole, decimals;
};

// One mark, once: decides between decimal mark and thousands separator.
bool read_single_mark(std::string_view number, char mark, DecimalMark assumed, Digits& digits, AmountText& result) {
  const auto at = number.find(mark);
  const std::string_view before = number.substr(0, at), after = number.substr(at + 1);
  const DecimalMark itself = mark == '.' ? DecimalMark::point : DecimalMark::comma;
  const DecimalMark other = mark == '.' ? DecimalMark::comma : DecimalMark::point;
  if (!std::ranges::all_of(after, is_digit) || (before.empty() && after.empty())) return false;
  const bool may_group = after.size() == 3 && !before.empty() && before.size() <= 3 && before != "0";
  result.is_ambiguous = may_group && std::ranges::all_of(before, is_digit);
  if (result.is_ambiguous && assumed != itself) {
    digits.whole = std::string(before) + std::string(after);
    return true;
  }
  if (assumed == other && !may_group && after.size() == 3) return false;
  if (!result.is_ambiguous) result.mark = itself;
  digits.decimals = after;
  return ungrouped(before, digits.whole);
}

bool read_digits(std::string_view number, DecimalMark assumed, Digits& digits, AmountText& result) {
  const auto points = std::ranges::count(number, '.'), commas = std::ranges::count(number, ',');
  if (points == 0 && commas == 0) return ungrouped(number, digits.whole) && !digits.whole.empty();
  if (points + commas == 1) return read_single_mark(number, points ? '.' : ',', assumed, digits, result);
  const auto last_point = number.rfind('.'), last_comma = number.rfind(',');
  if (points == 0 || commas == 0) {
    result.mark = points == 0 ? DecimalMark::point : DecimalMark::comma;
    return grouped(number, points == 0 ? "," : ".", digits.whole);
  }
  const bool is_point = last_point > last_comma;
  if ((is_point ? points : commas) != 1) return false;
  const auto at = is_point ? last_point : last_comma;
  result.mark = is_point ? DecimalMark::point : DecimalMark::comma;
  digits.decimals = number.substr(at + 1);
  return std::ranges::all_of(digits.decimals, is_digit) &&
         grouped(number.substr(0, at), is_point ? "," : ".", digits.whole);
}

}  // namespace

namespace {

// No unit of money has four letters in a row, and no amount goes without a digit: most texts are out at once.
bool may_be_amount(std::string_view text) {
  int letters = 0;
  bool any = false;
  for (const char c : text) {
    any |= is_digit(c) || (c & 0x80);
    letters = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? letters + 1 : 0;
    if (letters >= 4) return false;
  }
  return any;
}

}  // namespace

std::optional<AmountText> read_amount(std::string_view written, DecimalMark assumed) {
  if (written.empty() || written.size() > 48 || !may_be_amount(written)) return std::nullopt;
  const std::string lower = folded(written);
  std::string_view text = lower;
  AmountText result;
  int sign = 1;
  double factor = 1;
  if (!take_sign(text, sign)) return std::nullopt;
  result.unit = take_currency(text);
  factor = take_factor(text);
  if (result.unit.empty()) result.unit = take_currency(text);
  if (!take_sign(text, sign) || text.empty()) return std::nullopt;
  if (!is_digit(text.front()) && text.front() != '.' && text.front() != ',') return std::nullopt;
  Digits digits;
  if (!read_digits(text, assumed, digits, result)) return std::nullopt;
  result.is_digits = text.size() == lower.size() && std::ranges::all_of(text, is_digit);
  const std::string number = (digits.whole.empty() ? "0" : digits.whole) + "." + digits.decimals;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), result.value);
  if (read.ec != std::errc{}) return std::nullopt;
  result.value *= sign * factor;
  return result;
}

}  // namespace steward::intake
