#include "recognise/periods.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "ascii.hpp"
#include "date.hpp"
#include "recognise/vocabulary.hpp"

namespace steward::recognise {
namespace {

using Tokens = std::vector<std::string>;
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

int number(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Words and numbers apart: "fy2016" is "fy" "2016", "2016年1月" is "2016" "年" "1" "月"; "q1" and "1q" stay together.
Tokens tokens_of(const std::string& words) {
  Tokens tokens;
  std::string token;
  const auto flush = [&] {
    if (!token.empty()) tokens.push_back(std::exchange(token, {}));
  };
  const auto kind = [](char c) { return is_digit(c) ? 1 : (c & 0x80) ? 2 : 0; };
  for (const char c : words) {
    if (c == ' ') {
      flush();
      continue;
    }
    if (!token.empty() && kind(token.back()) != kind(c)) {
      const bool is_quarter = (token == "q" || token == "t" || token == "h" || token == "s") && is_digit(c);
      if (!is_quarter) flush();
    }
    token += c;
  }
  flush();
  return tokens;
}

template <class Words>
std::optional<int> find(const Words& words, std::string_view text) {
  const auto entry = std::ranges::find_if(words, [&](const auto& word) { return word.word == text; });
  if (entry == words.end()) return std::nullopt;
  return entry->value;
}

std::optional<int> chinese_number(std::string_view text) {
  constexpr auto digits =
      std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"});
  const auto at = std::ranges::find(digits, text);
  if (at == digits.end()) return std::nullopt;
  return static_cast<int>(at - digits.begin()) + 1;
}

int full_year(int two_digits) {
  return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}
bool plausible_year(int year) {
  return year >= 1950 && year <= 2100;
}

// Collects what the tokens say; every token is used for a period or goes to the rest.
class Reader {
 public:
  explicit Reader(std::string_view written) : written_(written), tokens_(tokens_of(plain(written))) {}

  std::optional<PeriodText> read() {
    while (at_ < tokens_.size()) {
      if (take_date() || take_year() || take_chinese() || take_named() || take_numbered()) continue;
      if (!result_.rest.empty()) result_.rest += ' ';
      result_.rest += tokens_[at_++];
    }
    if (!found_ && year_ == 0) return std::nullopt;
    result_.period.year = year_;
    if (!found_) {
      result_.period.kind = PeriodKind::year;
      result_.period.index = year_;
    }
    result_.period.label = std::string(written_);
    return result_;
  }

 private:
  const std::string* token(std::size_t offset) const {
    return at_ + offset < tokens_.size() ? &tokens_[at_ + offset] : nullptr;
  }

  bool set(PeriodKind kind, int index, std::size_t used) {
    if (found_) return false;
    result_.period.kind = kind;
    result_.period.index = index;
    found_ = true;
    at_ += used;
    return true;
  }

  // "2026-01-31", "31.01.2026", "01/2026": nothing but digits. The first and the last day of a month stand for it; of
  // "02/03/2026" nobody can say which of the two is the month.
  bool take_date() {
    if (at_ != 0 || tokens_.size() < 2 || tokens_.size() > 3 || !std::ranges::all_of(tokens_, all_digits)) return false;
    int parts[3] = {};
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].size() > 4) return false;
      parts[i] = number(tokens_[i]);
    }
    if (tokens_.size() == 2) return tokens_[1].size() == 4 && take_day(parts[1], parts[0], 1);
    if (tokens_[0].size() == 4) return take_day(parts[0], parts[1], parts[2]);
    if (tokens_[2].size() != 4) return false;
    const bool is_day_first = written_.find('.') != std::string_view::npos || parts[0] > 12;
    if (!is_day_first && parts[1] <= 12 && parts[0] != parts[1]) return false;
    return is_day_first ? take_day(parts[2], parts[1], parts[0]) : take_day(parts[2], parts[0], parts[1]);
  }

  bool take_day(int year, int month, int day) {
    if (!plausible_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return false;
    const std::chrono::year_month_day read{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!read.ok()) return false;
    const auto last = std::chrono::year_month_day_last(read.year(), std::chrono::month_day_last(read.month()));
    const bool is_month = day == 1 || read.day() == last.day();
    result_.period.kind = is_month ? PeriodKind::month : PeriodKind::day;
    result_.period.index = is_month ? month : day;
    result_.period.month = month;
    year_ = year;
    found_ = true;
    at_ = tokens_.size();
    return true;
  }

  // "2016", "2016 17", "fy 13 14", "2016年", "2016 年度"; a second part must be the next year.
  bool take_year() {
    std::size_t used = 0;
    const bool is_fiscal = *token(0) == "fy" || *token(0) == "gj" || *token(0) == "hj";
    if (is_fiscal) used = 1;
    const std::string* first = token(used);
    if (!first || !all_digits(*first) || year_ != 0) return false;
    int year = number(*first);
    if (first->size() == 2 && is_fiscal) year = full_year(year);
    if ((first->size() != 4 && !(first->size() == 2 && is_fiscal)) || !plausible_year(year))
      return take_short_year(used);
    ++used;
    const std::string* second = token(used);
    const int next = second && all_digits(*second) ? number(*second) : -1;
    const bool is_pair = next == year + 1 || (second && second->size() == 2 && next == (year + 1) % 100);
    if (is_pair && !(next <= 12 && !is_fiscal && next != (year + 1) % 100)) {
      ++used;
      result_.year_label = is_fiscal ? "FY" + *first + "-" + *second : *first + "-" + *second;
      ++year;
    } else if (is_fiscal) {
      result_.year_label = "FY" + *first;
    } else if (second && second->size() == 2 && next >= 1 && next <= 12 && !token(used + 1) && !found_) {
      result_.period.kind = PeriodKind::month;  // "2016-01"
      result_.period.index = next;
      found_ = true;
      ++used;
    }
    if (const std::string* mark = token(used); mark && (*mark == "年" || *mark == "年度")) ++used;
    year_ = year;
    at_ += used;
    return true;
  }

  // "jan 16": two digits after a month name.
  bool take_short_year(std::size_t used) {
    if (used != 0 || !found_ || result_.period.kind != PeriodKind::month || at_ == 0) return false;
    const std::string& digits = *token(0);
    if (digits.size() != 2 || token(1)) return false;
    year_ = full_year(number(digits));
    ++at_;
    return true;
  }

  // "1 月", "10 月份", "第 3 季度", "第 7 期", "一季度", "上半年", "12 月 budget".
  bool take_chinese() {
    std::size_t used = 0;
    if (*token(0) == "第" && token(1)) used = 1;
    const std::string* first = token(used);
    if (all_digits(*first)) {
      const std::string* mark = token(used + 1);
      if (!mark) return false;
      return mark_of(*mark, number(*first), used + 2, false);
    }
    for (const std::size_t bytes : {6u, 3u}) {
      if (first->size() <= bytes) continue;
      if (const auto count = chinese_number(std::string_view(*first).substr(0, bytes))) {
        if (mark_of(first->substr(bytes), *count, used + 1, true)) return true;
      }
    }
    const std::string joined = *first;
    if (joined.starts_with("第") && joined.size() > 6) {
      if (const auto count = chinese_number(std::string_view(joined).substr(3, 3))) {
        return mark_of(joined.substr(6), *count, used + 1, true);
      }
    }
    for (const auto& [word, index] : {std::pair{"上半年", 1}, std::pair{"下半年", 2}}) {
      if (joined.starts_with(word))
        return set(PeriodKind::half, index, 1) && keep(joined.substr(std::string_view(word).size()));
    }
    return false;
  }

  bool mark_of(std::string_view mark, int count, std::size_t used, bool) {
    struct Mark {
      std::string_view word;
      PeriodKind kind;
      int most;
    };
    constexpr auto marks = std::to_array<Mark>({{"月份", PeriodKind::month, 12},
                                                {"月", PeriodKind::month, 12},
                                                {"季度", PeriodKind::quarter, 4},
                                                {"季", PeriodKind::quarter, 4},
                                                {"期", PeriodKind::month, 13},
                                                {"周", PeriodKind::week, 53},
                                                {"日", PeriodKind::day, 31},
                                                {"年度", PeriodKind::year, 20},
                                                {"年", PeriodKind::year, 20}});
    for (const auto& [word, kind, most] : marks) {
      if (!mark.starts_with(word)) continue;
      if (count < 1 || count > most) return false;
      return set(kind, count, used) && keep(std::string(mark.substr(word.size())));
    }
    return false;
  }

  bool keep(const std::string& more) {
    if (more.empty()) return true;
    if (!result_.rest.empty()) result_.rest += ' ';
    result_.rest += more;
    return true;
  }

  bool take_named() {
    for (std::size_t count = std::min<std::size_t>(2, tokens_.size() - at_); count > 0; --count) {
      std::string words = *token(0);
      if (count == 2) words += " " + *token(1);
      if (const auto month = find(months_words, words)) return set(PeriodKind::month, *month, count);
      if (const auto quarter = find(quarters_words, words)) return set(PeriodKind::quarter, *quarter, count);
      if (const auto half = find(halves_words, words)) return set(PeriodKind::half, *half, count);
    }
    if (*token(0) == "1" || *token(0) == "2" || *token(0) == "3" ||
        *token(0) == "4") {  // "1 q", "1 quartal", "1 er trimestre"
      std::string words = *token(0);
      for (std::size_t count = 1; count < 3 && token(count); ++count) {
        words += (count == 1 && (*token(1) == "q" || *token(1) == "er" || *token(1) == "st")) ? *token(count)
                                                                                              : " " + *token(count);
        if (const auto quarter = find(quarters_words, words)) return set(PeriodKind::quarter, *quarter, count + 1);
        if (const auto half = find(halves_words, words)) return set(PeriodKind::half, *half, count + 1);
      }
    }
    return false;
  }

  bool take_numbered() {
    const std::string* count = token(1);
    if (!count || !all_digits(*count) || count->size() > 2) return false;
    const int index = number(*count);
    if (find(numbered_year_words, *token(0)) && index <= 20) return set(PeriodKind::year, index, 2);
    if (find(numbered_week_words, *token(0)) && index <= 53) return set(PeriodKind::week, index, 2);
    if (find(numbered_day_words, *token(0)) && index <= 31) return set(PeriodKind::day, index, 2);
    if (find(numbered_month_words, *token(0)) && index <= 13) return set(PeriodKind::month, index, 2);
    return false;
  }

  std::string_view written_;
  Tokens tokens_;
  std::size_t at_ = 0;
  int year_ = 0;
  bool found_ = false;
  PeriodText result_;
};

std::chrono::year_month_day calendar_day(double serial, const workbook::Snapshot& snapshot) {
  const Date null =
      date(snapshot.null_year, static_cast<unsigned>(snapshot.null_month), static_cast<unsigned>(snapshot.null_day));
  return std::chrono::year_month_day(
      null + std::chrono::days(static_cast<int>(std::floor(std::clamp(serial, -700000.0, 2900000.0)))));
}

}  // namespace

std::optional<PeriodText> read_period(std::string_view text) {
  if (text.empty() || text.size() > 60) return std::nullopt;
  return Reader(text).read();
}

PeriodName period_of_date(double serial, const workbook::Snapshot& snapshot) {
  const auto day = calendar_day(serial, snapshot);
  const int year = static_cast<int>(day.year()), month = static_cast<int>(unsigned(day.month()));
  const std::chrono::year_month_day_last last(day.year(), std::chrono::month_day_last(day.month()));
  if (unsigned(day.day()) == 1 || day.day() == last.day())
    return {PeriodKind::month, year, month, month, date_text(serial, snapshot)};
  return {PeriodKind::day, year, static_cast<int>(unsigned(day.day())), month, date_text(serial, snapshot)};
}

std::string date_text(double serial, const workbook::Snapshot& snapshot) {
  const auto day = calendar_day(serial, snapshot);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), unsigned(day.month()),
                unsigned(day.day()));
  return text;
}

bool is_year(double number) {
  return number >= 1950 && number <= 2100 && number == std::floor(number);
}

}  // namespace steward::recognise
