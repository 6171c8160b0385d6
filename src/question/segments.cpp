#include "question/segments.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace steward::question {
namespace {

constexpr std::size_t most_ways = 4096;
constexpr int unreachable = std::numeric_limits<int>::max() / 2;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Piece {
  std::size_t end;
  Token token;
};

/// Finds what may stand at a place of a question.
class Reader {
 public:
  Reader(const std::string& text, const std::vector<Term>& of_table) : text_(text) {
    for (const Term& term : of_table) {
      of_table_[term.phrase.front()].push_back(&term);
      if (term.token.part == Part::dimension) dimensions_.insert(term.phrase);
    }
  }

  std::vector<Piece> pieces_at(std::size_t at) const {
    std::vector<Piece> pieces;
    for (const ByFirst* terms : {&common(), &of_table_}) {
      const auto found = terms->find(text_[at]);
      if (found == terms->end()) continue;
      for (const Term* term : found->second)
        if (stands_at(*term, at) && !(terms != &of_table_ && is_own_dimension(*term)))
          pieces.push_back({at + term->phrase.size(), term->token});
    }
    // A word that is a member's name is no filler ("IT").
    std::vector<std::size_t> members;
    for (const Piece& piece : pieces)
      if (piece.token.part == Part::member) members.push_back(piece.end);
    std::erase_if(pieces, [&](const Piece& piece) {
      return piece.token.part == Part::filler && std::ranges::find(members, piece.end) != members.end();
    });
    add_numbers(at, pieces);
    add_chinese_year(at, pieces);
    return pieces;
  }

 private:
  using ByFirst = std::unordered_map<char, std::vector<const Term*>>;

  static const ByFirst& common() {
    static const ByFirst terms = [] {
      ByFirst by_first;
      for (const Term& term : common_terms()) by_first[term.phrase.front()].push_back(&term);
      return by_first;
    }();
    return terms;
  }
  bool stands_at(const Term& term, std::size_t at) const {
    return text_.compare(at, term.phrase.size(), term.phrase) == 0 && stands_alone(at, at + term.phrase.size());
  }
  // What a table calls its own dimension is that dimension ("line").
  bool is_own_dimension(const Term& term) const { return term.token.part == Part::dimension && dimensions_.contains(term.phrase); }

  // A word in letters is not part of a longer word; Chinese words need no space.
  bool stands_alone(std::size_t from, std::size_t to) const {
    const bool glued_before = from > 0 && is_letter(text_[from]) && is_letter(text_[from - 1]);
    const bool glued_after = to < text_.size() && (is_letter(text_[to - 1]) ? is_letter(text_[to]) || is_digit(text_[to])
                                                   : is_digit(text_[to - 1]) && is_digit(text_[to]));
    const bool splits_number = from > 0 && is_digit(text_[from]) && (is_digit(text_[from - 1]) || text_[from - 1] == '.');
    return !glued_before && !glued_after && !splits_number;
  }

  std::size_t after_digits(std::size_t at) const {
    while (at < text_.size() && is_digit(text_[at])) ++at;
    return at;
  }
  int whole(std::size_t from, std::size_t to) const {
    int number = 0;
    std::from_chars(text_.data() + from, text_.data() + to, number);
    return number;
  }
  bool has(std::size_t at, std::string_view word) const { return text_.compare(at, word.size(), word) == 0; }

  void add_numbers(std::size_t at, std::vector<Piece>& pieces) const {
    const bool fiscal = has(at, "fy") && at + 2 < text_.size() && (at == 0 || !is_letter(text_[at - 1]));
    std::size_t from = fiscal ? at + 2 : at;
    while (fiscal && from < text_.size() && text_[from] == ' ') ++from;
    if (from >= text_.size() || !is_digit(text_[from]) || (from > 0 && !fiscal && is_digit(text_[from - 1]))) return;
    const std::size_t end = after_digits(from);
    if (end - from == 4) add_year(from, end, pieces);
    if (fiscal) return;
    add_month_range(from, end, pieces);
    add_amount(from, pieces);
  }

  void add_year(std::size_t from, std::size_t end, std::vector<Piece>& pieces) const {
    const int year = whole(from, end);
    if (year < 1950 || year > 2100) return;
    // 2026-03, 2026/3, 2026.03: a month.
    if (end + 1 < text_.size() && (text_[end] == '-' || text_[end] == '/' || text_[end] == '.') && is_digit(text_[end + 1])) {
      const std::size_t last = after_digits(end + 1);
      const int month = whole(end + 1, last);
      if (month >= 1 && month <= 12 && last - end <= 3 && (last == text_.size() || (text_[last] != '-' && text_[last] != '/')))
        pieces.push_back({last, month_of(month, year)});
      return;
    }
    for (const std::string_view mark : {"年度", "年", " year", ""})
      if (mark.empty() || has(end, mark)) {
        pieces.push_back({end + mark.size(), {Part::year, year}});
        return;
      }
  }
  static Token month_of(int month, int year) {
    Token token{Part::months, year};
    token.months = 1u << (month - 1);
    return token;
  }

  // 1-3月
  void add_month_range(std::size_t from, std::size_t end, std::vector<Piece>& pieces) const {
    std::size_t next = end;
    for (const std::string_view mark : {"-", "~", "至", "到"})
      if (has(end, mark)) next = end + mark.size();
    if (next == end) return;
    const std::size_t last = after_digits(next);
    const int first_month = whole(from, end), last_month = whole(next, last);
    if (last == next || !has(last, "月") || first_month < 1 || last_month > 12 || first_month > last_month) return;
    Token token{Part::months};
    for (int month = first_month; month <= last_month; ++month) token.months |= 1u << (month - 1);
    pieces.push_back({last + std::string_view(has(last, "月份") ? "月份" : "月").size(), token});
  }

  void add_amount(std::size_t from, std::vector<Piece>& pieces) const {
    std::string digits;
    std::size_t end = from;
    while (end < text_.size() && (is_digit(text_[end]) || text_[end] == ',' || text_[end] == '.')) {
      if (text_[end] != ',') digits += text_[end];
      ++end;
    }
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return;
    for (const std::string_view mark : {"%", " %", " percent", " per cent", " pct"})
      if (has(end, mark)) {
        pieces.push_back({end + mark.size(), {Part::percent, 0, number / 100}});
        return;
      }
    struct Unit {
      std::string_view name;
      double factor;
    };
    constexpr std::array units{Unit{"亿", 1e8}, Unit{"千万", 1e7}, Unit{"百万", 1e6}, Unit{"万", 1e4}, Unit{"千", 1e3},
                               Unit{" million", 1e6}, Unit{" thousand", 1e3}, Unit{" billion", 1e9}, Unit{"million", 1e6},
                               Unit{"mn", 1e6}, Unit{"m", 1e6}, Unit{"k", 1e3}, Unit{"bn", 1e9}};
    for (const auto& [name, factor] : units) {
      const std::size_t after = end + name.size();
      if (!has(end, name) || (is_letter(name.back()) && after < text_.size() && is_letter(text_[after]))) continue;
      pieces.push_back({after + (has(after, "元") ? std::string_view("元").size() : 0), {Part::number, 0, number * factor}});
      return;
    }
    if (end == text_.size() || !is_letter(text_[end])) pieces.push_back({end, {Part::number, 0, number}});
  }

  // 二〇二六年
  void add_chinese_year(std::size_t at, std::vector<Piece>& pieces) const {
    constexpr std::array<std::string_view, 11> digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇"};
    int year = 0;
    std::size_t end = at;
    for (int place = 0; place < 4; ++place) {
      const auto digit = std::ranges::find_if(digits, [&](std::string_view word) { return has(end, word); });
      if (digit == digits.end()) return;
      year = 10 * year + static_cast<int>(digit - digits.begin()) % 10;
      end += digit->size();
    }
    if (!has(end, "年") || year < 1950 || year > 2100) return;
    pieces.push_back({end + std::string_view(has(end, "年度") ? "年度" : "年").size(), {Part::year, year}});
  }

  const std::string& text_;
  ByFirst of_table_;
  std::unordered_set<std::string> dimensions_;
};

/// All ways through a question, the shortest known first.
class Ways {
 public:
  Ways(const std::string& text, const Reader& reader) : text_(text), pieces_(text.size()), fewest_(text.size() + 1, unreachable) {
    fewest_.back() = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
      if (text_[at] == ' ') {
        fewest_[at] = fewest_[at + 1];
        continue;
      }
      pieces_[at] = reader.pieces_at(at);
      for (const Piece& piece : pieces_[at]) fewest_[at] = std::min(fewest_[at], 1 + fewest_[piece.end]);
    }
  }

  std::vector<std::vector<Token>> all(int spare) {
    if (fewest_.front() < unreachable) walk(0, fewest_.front() + spare);
    if (found_.size() > most_ways) found_.clear();
    return std::move(found_);
  }

 private:
  void walk(std::size_t at, int left) {
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at == text_.size()) {
      found_.push_back(current_);
      return;
    }
    for (const Piece& piece : pieces_[at]) {
      if (1 + fewest_[piece.end] > left || found_.size() > most_ways) continue;
      current_.push_back(piece.token);
      walk(piece.end, left - 1);
      current_.pop_back();
    }
  }

  const std::string& text_;
  std::vector<std::vector<Piece>> pieces_;
  std::vector<int> fewest_;
  std::vector<Token> current_;
  std::vector<std::vector<Token>> found_;
};

}  // namespace

std::vector<std::vector<Token>> segmentations(const std::string& question, const std::vector<Term>& of_table, int spare) {
  if (question.empty()) return {};
  const Reader reader(question, of_table);
  return Ways(question, reader).all(spare);
}

}  // namespace steward::question
