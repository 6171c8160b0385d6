#include "recognise/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "words/keywords.hpp"

namespace steward::recognise {
namespace {

// The base letters of U+00C0 … U+017F, one for each code point; a blank stands for "keep as it is".
constexpr std::string_view latin_1 = "aaaaaaaceeeeiiii noooooxouuuuy  aaaaaaaceeeeiiii nooooo ouuuuy y";
constexpr std::string_view latin_extended =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk llllllllllnnnnnnn  oooooo  "
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz ";

bool is_ascii_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z');
}
bool is_digit(unsigned char c) {
  return c >= '0' && c <= '9';
}
bool is_sign(unsigned char c) {
  return c == '%' || c == '#' || c == '$';
}

std::size_t length_of(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Punctuation beyond ASCII that separates words: general punctuation, CJK punctuation, full-width brackets.
bool separates(std::string_view character) {
  const auto a = static_cast<unsigned char>(character[0]);
  const auto b = character.size() > 1 ? static_cast<unsigned char>(character[1]) : 0;
  if (character == "€" || character == "£" || character == "¥") return false;
  return (a == 0xE2 && b == 0x80) || (a == 0xE3 && b == 0x80) || (a == 0xC2);
}

char base_letter(std::string_view character) {
  const unsigned code =
      ((static_cast<unsigned char>(character[0]) & 0x1Fu) << 6) | (static_cast<unsigned char>(character[1]) & 0x3Fu);
  if (code >= 0xC0 && code <= 0xFF) return latin_1[code - 0xC0];
  if (code >= 0x100 && code < 0x100 + latin_extended.size()) return latin_extended[code - 0x100];
  return ' ';
}

struct Entry {
  std::string_view word;
  Term term;
  bool is_prefix;
};

bool is_cjk(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xE3;
}

// Words by how they are found: Chinese by their first character, others by their first letters.
struct Index {
  std::unordered_multimap<std::string_view, Entry> by_token, by_stem, by_character;

  Index() {
    for (const auto& [word, term] : term_words) {
      if (is_cjk(word)) {
        by_character.emplace(word.substr(0, 3), Entry{word, term, false});
      } else if (word.ends_with('*')) {
        const std::string_view stem = word.substr(0, word.size() - 1);
        by_stem.emplace(stem.substr(0, 3), Entry{stem, term, true});
      } else {
        by_token.emplace(word.substr(0, word.find(' ')), Entry{word, term, false});
      }
    }
  }
};

const Index& words_by_beginning() {
  static const Index index;
  return index;
}

bool stands_at(std::string_view text, std::size_t at, const Entry& entry) {
  if (text.substr(at, entry.word.size()) != entry.word) return false;
  const std::size_t end = at + entry.word.size();
  return entry.is_prefix || end == text.size() || text[end] == ' ' || static_cast<unsigned char>(text[end]) >= 0xE3;
}

// Where words begin: after a blank, or where the script changes.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  bool fresh = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = length_of(lead);
    if (lead >= 0xE3 && bytes == 3) {
      visit(at, true);
      fresh = true;
    } else {
      if (fresh && lead != ' ') visit(at, false);
      fresh = lead == ' ';
    }
    at += bytes;
  }
}

template <class Found>
void find_terms(std::string_view text, Found found) {
  const Index& index = words_by_beginning();
  const auto try_all = [&](const auto& map, std::string_view key, std::size_t at) {
    const auto [from, to] = map.equal_range(key);
    for (auto entry = from; entry != to; ++entry) {
      if (map.begin() != map.end() && is_cjk(entry->second.word) ? text.substr(at).starts_with(entry->second.word)
                                                                 : stands_at(text, at, entry->second)) {
        found(entry->second, at);
      }
    }
  };
  for_each_word(text, [&](std::size_t at, bool is_chinese) {
    if (is_chinese) return try_all(index.by_character, text.substr(at, 3), at);
    try_all(index.by_token, text.substr(at, text.find(' ', at) - at), at);
    try_all(index.by_stem, text.substr(at, 3), at);
  });
}

std::size_t tokens_in(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

}  // namespace

std::string plain(std::string_view text) {
  std::string apart;  // "ProductKey" is two words
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool rises = at > 0 && text[at] >= 'A' && text[at] <= 'Z' && text[at - 1] >= 'a' && text[at - 1] <= 'z';
    if (rises) apart += ' ';
    apart += text[at];
  }
  const std::string folded_text = folded(apart);
  std::string result;
  const auto blank = [&] {
    if (!result.empty() && result.back() != ' ') result += ' ';
  };
  for (std::size_t at = 0; at < folded_text.size();) {
    const auto lead = static_cast<unsigned char>(folded_text[at]);
    const std::string_view character = std::string_view(folded_text).substr(at, length_of(lead));
    at += character.size();
    if (lead < 0x80) {
      if (is_ascii_letter(lead) || is_digit(lead) || is_sign(lead)) {
        result += static_cast<char>(lead);
      } else {
        blank();
      }
    } else if (character == "ß") {
      result += "ss";
    } else if (separates(character)) {
      blank();
    } else if (const char base = character.size() == 2 ? base_letter(character) : ' '; base != ' ') {
      result += base;
    } else {
      result += character;
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

TermsByPlace terms_by_place(std::string_view text) {
  TermsByPlace terms;
  if (text.size() > 400) return terms;
  const std::string words = plain(text);
  const std::size_t tokens = tokens_in(words);
  find_terms(words, [&](const Entry& entry, std::size_t at) {
    const bool is_whole = at == 0 && (entry.word.size() == words.size() || (entry.is_prefix && tokens == 1));
    const bool is_short = entry.word.size() <= 2 && is_ascii_letter(static_cast<unsigned char>(entry.word[0]));
    if (is_whole) terms.whole.add(entry.term);
    if (at == 0 || (!entry.is_prefix && at + entry.word.size() == words.size())) terms.edges.add(entry.term);
    if (is_whole || !is_short || (tokens <= 2 && entry.word.size() == 2)) terms.anywhere.add(entry.term);
  });
  return terms;
}

Terms terms_in(std::string_view text) {
  return terms_by_place(text).anywhere;
}
Terms terms_of_whole(std::string_view text) {
  return terms_by_place(text).whole;
}

namespace {

struct UnitWord {
  std::string_view word;
  double factor;
  bool is_currency;
};

// The longest unit word that is the whole of a piece of text, or nothing.
std::optional<UnitWord> whole_unit(std::string_view piece) {
  for (const auto& [word, factor] : unit_words) {
    if (word == piece) return UnitWord{word, factor, false};
  }
  for (const auto& [word, ignored] : currency_words) {
    if (word == piece) return UnitWord{word, 1, true};
  }
  return std::nullopt;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n:：");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n:：") - first + 1));
}

// "k EUR", "EUR thousands", "in thousands of dollars", "万元": every word must be a unit, a currency or "in", "of".
std::optional<UnitName> read_unit(std::string_view piece) {
  const std::string written = trimmed(piece);
  const std::string words = plain(written);
  if (words.empty() || words.size() > 40) return std::nullopt;
  if (const auto unit = whole_unit(words)) return UnitName{written, unit->factor};
  UnitName result{written, 1};
  bool found = false;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view token = std::string_view(words).substr(at, end - at);
    at = end + 1;
    if (token == "in" || token == "of" || token == "de" || token == "en" || token == "units") continue;
    const auto unit = whole_unit(token);
    if (!unit) return std::nullopt;
    found = true;
    if (!unit->is_currency) result.factor *= unit->factor;
  }
  if (!found) return std::nullopt;
  if (result.factor == 1)
    for (const std::string_view word : {"in ", "en "})  // "(en €)"
      if (result.name.starts_with(word)) result.name.erase(0, word.size());
  return result;
}

constexpr auto brackets =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}});
constexpr auto introductions = std::to_array<std::string_view>(
    {"单位",         "unit:",      "units:",       "einheit:",        "unité:",      "unite:",      "unidad:",
     "currency:",    "币种",       "amounts in ",  "all figures in ", "figures in ", "angaben in ", "beträge in ",
     "montants en ", "cifras en ", "importes en ", "expressed in ",   ", in ",       " in "});

// What is written where an amount is nought or not known yet; such a word makes no column of names.
bool is_word_for_amount(std::string_view text) {
  static constexpr std::string_view words[] = {"free",   "gratis",   "kostenlos", "gratuit", "gratuito", "tbd",     "tba",    "tbc",
                                               "n a",    "na",       "nil",       "none",    "pending",  "included", "inklusive", "offen",    "no cost", "no charge", "nothing", "zero",
                                               "inclus", "incluido", "pendiente", "免费",    "待定",     "未定",    "无"};
  return text.size() <= 16 && std::ranges::find(words, plain(text)) != std::end(words);
}

// "200+133.98", "190+?": figures that were added up in writing.
bool is_reckoning(std::string_view text) {
  return text.find_first_not_of("0123456789.,+*=? ") == std::string_view::npos && text.find_first_of("+*=?") != std::string_view::npos && text.front() >= '0' &&
         text.front() <= '9';
}

// "2500 (Paid)", but not "2026 (plan)": an amount and a word about it.
bool is_remarked(std::string_view text) {
  const auto open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return false;
  auto number = text.substr(0, open);
  while (number.ends_with(' ')) number.remove_suffix(1);
  const bool is_number = number.size() >= 3 && number.find_first_not_of("0123456789.,") == std::string_view::npos;
  const bool is_year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  return is_number && !is_year;
}

// "ca. 3000", "约3000": an amount that is not known exactly.
bool is_about(std::string_view text) {
  const std::string lower = folded(text);
  for (const std::string_view word : {"ca.", "ca ", "c.", "circa", "approx.", "approx", "approximately", "about", "roughly", "around", "~", "≈", "etwa", "ungefähr",
                                      "env.", "environ", "aprox.", "aproximadamente", "unos", "约", "大约", "大概"}) {
    if (!lower.starts_with(word)) continue;
    const auto rest = lower.find_first_not_of(" $€£¥", word.size());
    if (rest != std::string::npos && lower[rest] >= '0' && lower[rest] <= '9') return true;
  }
  return false;
}

// "$259.45 + TAX": what begins as an amount of money is one that cannot be read, and no name.
bool begins_as_money(std::string_view text) {
  if (text.size() > 40 || text.empty()) return false;
  if (is_reckoning(text) || is_remarked(text) || is_about(text)) return true;
  for (const std::string_view sign : {"$", "€", "£", "¥", "￥", "US$"}) {
    if (!text.starts_with(sign)) continue;
    const auto rest = text.substr(sign.size());
    const auto digit = rest.find_first_not_of(" -");
    return digit != std::string_view::npos && rest[digit] >= '0' && rest[digit] <= '9';
  }
  return false;
}

}  // namespace

bool stands_for_amount(std::string_view text) {
  return is_word_for_amount(text) || begins_as_money(text);
}

std::optional<UnitName> unit_in(std::string_view text) {
  if (text.empty() || text.size() > 200) return std::nullopt;
  if (const auto whole = read_unit(text)) return whole;
  for (const auto& [open, close] : brackets) {
    for (auto from = text.find(open); from != std::string_view::npos; from = text.find(open, from + open.size())) {
      const auto to = text.find(close, from + open.size());
      if (to == std::string_view::npos) break;
      const auto inside = text.substr(from + open.size(), to - from - open.size());
      if (const auto unit = read_unit(inside)) return unit;
      const auto nested = unit_in(inside);
      if (nested) return nested;
    }
  }
  const std::string lower = folded(text);
  for (const std::string_view introduction : introductions) {
    const auto from = lower.find(introduction);
    if (from == std::string::npos) continue;
    std::string_view rest = std::string_view(lower).substr(from + introduction.size());
    rest = rest.substr(0, rest.find_first_of(",;)\n"));
    if (rest.starts_with(":") || rest.starts_with("：")) rest.remove_prefix(rest.starts_with(":") ? 1 : 3);
    if (const auto unit = read_unit(rest)) return unit;
  }
  return std::nullopt;
}

}  // namespace steward::recognise
