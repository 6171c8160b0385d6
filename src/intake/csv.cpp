#include "intake/csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "intake/amount_text.hpp"
#include "words/keywords.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::intake {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t lines_looked_at = 50, bytes_looked_at = 1 << 16;

unsigned char byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// How many bytes more belong to a letter that begins with this one; nothing when no letter begins so.
std::optional<int> more_bytes(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first <= 0xDF) return 1;
  if (first >= 0xE0 && first <= 0xEF) return 2;
  if (first >= 0xF0 && first <= 0xF4) return 3;
  return std::nullopt;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto more = more_bytes(byte(bytes, at));
    if (!more) return false;
    for (int i = 1; i <= *more; ++i)
      if (at + static_cast<std::size_t>(i) >= bytes.size() || (byte(bytes, at + static_cast<std::size_t>(i)) & 0xC0) != 0x80)
        return false;
    at += static_cast<std::size_t>(*more) + 1;
  }
  return true;
}

// Two bytes a letter, or four in which the second and fourth are digits.
bool may_be_gb18030(std::string_view bytes) {
  std::size_t pairs = 0, chinese = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto first = byte(bytes, at);
    if (first < 0x80) {
      ++at;
      continue;
    }
    if (first == 0x80 || first == 0xFF || at + 1 >= bytes.size()) return false;
    const auto second = byte(bytes, at + 1);
    const bool is_four = second >= 0x30 && second <= 0x39;
    if (!is_four && (second < 0x40 || second == 0x7F || second == 0xFF)) return false;
    ++pairs;
    // The common letters of GB2312: both bytes high, the first in the rows of letters.
    if (first >= 0xA1 && first <= 0xF7 && second >= 0xA1) ++chinese;
    at += is_four ? 4 : 2;
  }
  return pairs > 0 && chinese * 10 >= pairs * 8;
}

std::optional<Encoding> wide(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_little;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_big;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < bytes.size(); ++at) zeros[at % 2] += bytes[at] == '\0';
  if (bytes.size() < 4 || zeros[0] + zeros[1] < bytes.size() / 4) return std::nullopt;
  return zeros[1] > zeros[0] ? Encoding::utf16_little : Encoding::utf16_big;
}

// Cuts a text into lines of cells.
class Reader {
 public:
  Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  Result<std::vector<std::vector<std::string>>> read(std::size_t most_lines) {
    while (at_ < text_.size() && lines_.size() < most_lines) {
      STEWARD_TRY(read_line());
    }
    return std::move(lines_);
  }

 private:
  Outcome read_line() {
    std::vector<std::string> cells;
    bool any = false;
    for (bool is_more = true; is_more;) {
      std::string cell;
      const bool was_quoted = at_ < text_.size() && text_[at_] == '"';
      if (was_quoted) {
        STEWARD_TRY(read_quoted(cell));
      }
      while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') cell += text_[at_++];
      any = any || !cell.empty() || was_quoted;
      cells.push_back(std::move(cell));
      is_more = at_ < text_.size() && text_[at_] == separator_;
      if (is_more) ++at_;
    }
    end_line();
    if (any || cells.size() > 1) lines_.push_back(std::move(cells));
    return success();
  }

  Outcome read_quoted(std::string& cell) {
    const std::size_t began = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return success();
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    return refused(phrase::csv_quote_open, {std::to_string(began)});
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, line_ = 1;
  std::vector<std::vector<std::string>> lines_;
};

// The mark that gives the most lines the same number of cells, more than one; commas when none does.
char separator_of(std::string_view text) {
  char best = ',';
  std::size_t most = 0, widest = 1;
  for (const char candidate : {',', ';', '\t', '|'}) {
    const auto lines = Reader(text, candidate).read(lines_looked_at);
    if (lines.has_error() || lines.value().empty()) continue;
    const std::size_t width = lines.value().front().size();
    if (width < 2) continue;
    const auto even = static_cast<std::size_t>(
        std::ranges::count_if(lines.value(), [&](const auto& cells) { return cells.size() == width; }));
    if (even > most || (even == most && width > widest)) {
      best = candidate;
      most = even;
      widest = width;
    }
  }
  return best;
}

bool is_blank_row(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) { return cell.find_first_not_of(" \t") == std::string::npos; });
}

}  // namespace

Encoding encoding_of(std::string_view bytes) {
  const auto sample = bytes.substr(0, bytes_looked_at);
  if (bytes.starts_with(utf8_mark)) return Encoding::utf8;
  if (const auto found = wide(sample)) return *found;
  if (is_utf8(bytes)) return Encoding::utf8;
  return may_be_gb18030(bytes) ? Encoding::gb18030 : Encoding::windows1252;
}

Result<Table> read_csv(std::string_view text) {
  if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
  std::optional<char> told;
  if (text.size() > 4 && text.starts_with("sep=")) {
    told = text[4];
    const auto end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  STEWARD_TRY(const auto lines, Reader(text, told ? *told : separator_of(text)).read(text.size() + 1));
  Table table;
  std::size_t number = 0;
  for (const auto& cells : lines) {
    ++number;
    if (is_blank_row(cells)) continue;
    std::size_t width = cells.size();
    while (table.rows() > 0 && width > table.columns() && cells[width - 1].empty()) --width;
    if (table.rows() > 0 && width > table.columns())
      return refused(phrase::csv_too_wide, {std::to_string(number), std::to_string(width), std::to_string(table.columns())});
    std::vector<Value> row;
    for (std::size_t i = 0; i < width; ++i) row.push_back(cells[i].empty() ? Value(Blank()) : Value(cells[i]));
    table.append(std::move(row));
  }
  if (table.rows() == 0) return refused(phrase::csv_empty, {});
  return table;
}

void read_amounts(Table& rows, std::size_t column) {
  DecimalMark mark = DecimalMark::unknown;
  for (std::size_t row = 1; row < rows.rows(); ++row) {
    const auto* text = std::get_if<std::string>(&rows.at(row, column));
    if (!text) continue;
    const auto amount = read_amount(*text);
    if (!amount) return;
    if (mark == DecimalMark::unknown) mark = amount->mark;
  }
  for (std::size_t row = 1; row < rows.rows(); ++row) {
    const auto* text = std::get_if<std::string>(&rows.at(row, column));
    if (!text) continue;
    const auto amount = read_amount(*text, mark);
    if (mark != DecimalMark::unknown || !amount->is_ambiguous) rows.at(row, column) = amount->value;
  }
}

namespace {

struct DayParts {
  std::array<int, 3> numbers{};
  char mark = 0;
};

// Three numbers with the same mark between them, the last a year: "31.12.2025", "12/31/25".
std::optional<DayParts> day_parts(std::string_view text) {
  DayParts parts;
  std::size_t part = 0, digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits > 4) return std::nullopt;
      parts.numbers[part] = parts.numbers[part] * 10 + (c - '0');
      continue;
    }
    if (digits == 0 || digits > 2 || part == 2 || (c != '.' && c != '/' && c != '-') || (parts.mark && parts.mark != c))
      return std::nullopt;
    parts.mark = c;
    ++part;
    digits = 0;
  }
  if (part != 2 || (digits != 2 && digits != 4)) return std::nullopt;
  if (digits == 2) parts.numbers[2] += 2000;
  return parts;
}

std::string iso_text(int year, int month, int day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

}  // namespace

void read_days(Table& rows, std::size_t column) {
  bool first_is_day = false, second_is_day = false;
  std::vector<std::pair<std::size_t, DayParts>> found;
  for (std::size_t row = 1; row < rows.rows(); ++row) {
    const auto* text = std::get_if<std::string>(&rows.at(row, column));
    const auto parts = text ? day_parts(folded(*text)) : std::nullopt;
    if (!parts) continue;
    first_is_day = first_is_day || parts->numbers[0] > 12 || parts->mark == '.';
    second_is_day = second_is_day || parts->numbers[1] > 12;
    found.emplace_back(row, *parts);
  }
  if (first_is_day == second_is_day) return;
  for (const auto& [row, parts] : found) {
    const auto& [first, second, year] = parts.numbers;
    rows.at(row, column) = first_is_day ? iso_text(year, second, first) : iso_text(year, first, second);
  }
}

}  // namespace steward::intake
