#include <algorithm>
#include <charconv>
#include <optional>

#include "ascii.hpp"
#include "workbook/snapshot.hpp"

namespace steward::workbook {
namespace {

constexpr int most_rows = 1048576, most_columns = 16384;

bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '$' || c == '.' || c == '!' || (c & 0x80);
}

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return upper(x) == upper(y); });
}

struct CellReference {
  int row, column;
};

// "$B$5", "b5"; nothing when the word is no cell address.
std::optional<CellReference> cell_reference(std::string_view word) {
  const auto drop_dollar = [&] {
    if (word.starts_with('$')) word.remove_prefix(1);
  };
  drop_dollar();
  int column = 0, row = 0;
  std::size_t letters = 0;
  while (letters < word.size() && letters < 4 && is_letter(word[letters])) {
    column = column * 26 + (upper(word[letters++]) - 'A' + 1);
  }
  if (letters == 0 || column > most_columns) return std::nullopt;
  word.remove_prefix(letters);
  drop_dollar();
  const auto read = std::from_chars(word.data(), word.data() + word.size(), row);
  if (read.ec != std::errc{} || read.ptr != word.data() + word.size() || row < 1 || row > most_rows)
    return std::nullopt;
  return CellReference{row - 1, column - 1};
}

// Reads one formula from left to right and collects the rectangles that it names.
class Reader {
 public:
  Reader(std::string_view formula, int home, const Snapshot& snapshot)
      : rest_(formula), home_(home), snapshot_(snapshot) {}

  std::vector<Area> read() {
    while (!rest_.empty()) step();
    return std::move(found_);
  }

 private:
  void step() {
    const char c = rest_[0];
    if (c == '"') {
      quoted('"');
    } else if (c == '#') {
      skip([](char x) { return is_letter(x) || is_digit(x) || x == '#' || x == '/' || x == '!' || x == '?'; });
    } else if (c == '\'' || is_letter(c) || c == '$' || c == '_' || (c & 0x80)) {
      operand();
    } else if (is_digit(c)) {
      skip([](char x) { return is_word(x) || x == ':'; });
    } else {
      rest_.remove_prefix(1);
    }
  }

  template <class Belongs>
  std::string_view skip(Belongs belongs) {
    std::size_t length = 0;
    while (length < rest_.size() && belongs(rest_[length])) ++length;
    const auto word = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return word;
  }

  // A quoted text with its doubled quotes undone; the rest begins after the closing quote.
  std::string quoted(char mark) {
    std::string text;
    std::size_t at = 1;
    for (; at < rest_.size(); ++at) {
      if (rest_[at] == mark && !(at + 1 < rest_.size() && rest_[at + 1] == mark)) break;
      if (rest_[at] == mark) ++at;
      text += rest_[at];
    }
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return text;
  }

  struct Part {
    int sheet = -1;  ///< -1 where none is written, -2 where it is not one of this workbook
    std::optional<CellReference> cell;
    std::string name;
  };

  int sheet_index(std::string_view name) const {
    if (name.starts_with('$')) name.remove_prefix(1);
    for (std::size_t i = 0; i < snapshot_.sheets.size(); ++i) {
      if (same_name(snapshot_.sheets[i].name(), name)) return static_cast<int>(i);
    }
    return -2;
  }

  Part part() {
    Part result;
    if (rest_.starts_with("$'")) rest_.remove_prefix(1);
    if (rest_.starts_with('\'')) {
      const std::string sheet = quoted('\'');
      result.sheet = rest_.starts_with('#') ? -2 : sheet_index(sheet);
      if (rest_.starts_with('#') || rest_.starts_with('.') || rest_.starts_with('!')) rest_.remove_prefix(1);
    }
    std::string_view word = skip(is_word);
    if (const auto split = word.find_last_of(".!"); split != std::string_view::npos) {
      if (split > 0 && result.sheet != -2) result.sheet = sheet_index(word.substr(0, split));
      word.remove_prefix(split + 1);
    }
    result.cell = cell_reference(word);
    result.name = word;
    return result;
  }

  void operand() {
    const Part first = part();
    if (rest_.starts_with('(')) return;
    if (rest_.starts_with('[')) return structured(first.name);
    if (!first.cell) return named(first.name);
    Part last = first;
    if (rest_.starts_with(':')) {
      rest_.remove_prefix(1);
      last = part();
      if (!last.cell || rest_.starts_with('(')) return;
    }
    add(first, last);
  }

  void add(const Part& first, const Part& last) {
    if (first.sheet == -2 || last.sheet == -2) return;
    const int from = first.sheet < 0 ? home_ : first.sheet, to = last.sheet < 0 ? from : last.sheet;
    for (int sheet = std::min(from, to); sheet <= std::max(from, to); ++sheet) {
      found_.push_back({sheet, std::min(first.cell->row, last.cell->row),
                        std::min(first.cell->column, last.cell->column), std::max(first.cell->row, last.cell->row),
                        std::max(first.cell->column, last.cell->column)});
    }
  }

  // What stands in square brackets, nested ones included; the rest begins after them.
  std::string_view bracketed() {
    int depth = 0;
    std::size_t length = 0;
    do {
      depth += rest_[length] == '[' ? 1 : rest_[length] == ']' ? -1 : 0;
      ++length;
    } while (depth > 0 && length < rest_.size());
    const auto inside = rest_.substr(1, length < 2 ? 0 : length - 2);
    rest_.remove_prefix(length);
    return inside;
  }

  // "Table[Column]", "Table[[#Totals];[Column]]"; the row of the formula itself is not known here, so that
  // "[#This Row]" is left out.
  void structured(std::string_view name) {
    const std::string_view inside = bracketed();
    const NamedArea* table = find(snapshot_.tables, name);
    if (!table || inside.find("#This Row") != std::string_view::npos ||
        inside.find("#Headers") != std::string_view::npos)
      return;
    std::string_view column = inside;
    if (const auto from = inside.rfind('['); from != std::string_view::npos) {
      column = inside.substr(from + 1, inside.find(']', from) - from - 1);
    }
    const Area& area = table->area;
    const Sheet& sheet = snapshot_.sheets[static_cast<std::size_t>(area.sheet)];
    for (int at = area.left; at <= area.right; ++at) {
      if (sheet.at(area.top, at).text != column) continue;
      const bool totals = inside.find("#Totals") != std::string_view::npos;
      found_.push_back({area.sheet, totals ? area.bottom : area.top + 1, at, area.bottom, at});
      return;
    }
  }

  static const NamedArea* find(const std::vector<NamedArea>& list, std::string_view name) {
    const auto entry = std::ranges::find_if(list, [&](const NamedArea& area) { return same_name(area.name, name); });
    return entry == list.end() ? nullptr : &*entry;
  }

  void named(std::string_view name) {
    for (const auto* list : {&snapshot_.names, &snapshot_.tables}) {
      if (const NamedArea* entry = find(*list, name)) return found_.push_back(entry->area);
    }
  }

  std::string_view rest_;
  int home_;
  const Snapshot& snapshot_;
  std::vector<Area> found_;
};

}  // namespace

std::vector<Area> references(std::string_view formula, int home, const Snapshot& snapshot) {
  return Reader(formula, home, snapshot).read();
}

}  // namespace steward::workbook
