#include "recognise/levels.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "recognise/closed_groups.hpp"
#include "recognise/vocabulary.hpp"

namespace steward::recognise {
namespace {

double figure(const Draft& draft, int row, int column) {
  return draft.grid.is_figure(row, column) ? draft.grid.value(row, column) : 0;
}

constexpr std::size_t most_parents = 5000;

using Level = std::function<int(int row)>;

// A row and the stretch of rows under it: below it, or above where the summary comes last.
struct Parent {
  int row, first, last;
};

enum class Summary : std::uint8_t { above, below };

// A total that takes in the parent itself ends what is under it: a remark further down is none of its lines.
bool is_ended(const Draft& draft, int parent, int from, int to) {
  return std::ranges::any_of(draft.totals, [&](const TotalFacts& total) {
    if (total.row <= from || total.row >= to) return false;
    if (total.covers.empty() && &total == &draft.totals.back() && terms_of_whole(total.label).has(Term::total))
      return true;
    return std::ranges::any_of(total.covers, [&](const Stretch& s) { return s.first <= parent && s.second >= parent; });
  });
}

// Rows of a lower level than the next one, and how far what is under them reaches.
std::vector<Parent> parents_above(const Draft& draft, const std::vector<int>& rows, const Level& level) {
  std::vector<Parent> parents;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    const int own = level(rows[i]);
    if (level(rows[i + 1]) <= own) continue;
    std::size_t last = i + 1;
    while (last + 1 < rows.size() && level(rows[last + 1]) > own &&
           !is_ended(draft, rows[i], rows[last], rows[last + 1]))
      ++last;
    parents.push_back({rows[i], rows[i + 1], rows[last]});
  }
  return parents;
}

// The same where each summary stands below what it sums up.
std::vector<Parent> parents_below(const std::vector<int>& rows, const Level& level) {
  std::vector<Parent> parents;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const int own = level(rows[i]);
    if (level(rows[i - 1]) <= own) continue;
    std::size_t first = i - 1;
    while (first > 0 && level(rows[first - 1]) > own) --first;
    parents.push_back({rows[i], rows[first], rows[i - 1]});
  }
  return parents;
}

// How many rows of the next level the parent is the sum of; 0 where it is not.
int children_summed(const Draft& draft, const Parent& parent, const Level& level, const std::vector<int>& columns) {
  int nearest = 1 << 20, children = 0;
  for (int row = parent.first; row <= parent.last; ++row) {
    if (draft.row(row) == RowKind::leaf) nearest = std::min(nearest, level(row));
  }
  bool telling = false;
  for (const int column : columns) {
    double sum = 0;
    children = 0;
    for (int row = parent.first; row <= parent.last; ++row) {
      if (draft.row(row) != RowKind::leaf || level(row) != nearest) continue;
      sum += figure(draft, row, column);
      ++children;
    }
    const double value = figure(draft, parent.row, column);
    if (!same_amount(sum, value)) return 0;
    telling |= value != 0;
  }
  return telling ? children : 0;
}

bool accept_levels(Draft& draft, const std::vector<int>& rows, const Level& level, Evidence evidence,
                   Summary summary = Summary::above, std::size_t least = 0) {
  const auto parents = summary == Summary::above ? parents_above(draft, rows, level) : parents_below(rows, level);
  auto columns = plain_columns(draft);
  if (parents.empty() || parents.size() > most_parents) return false;
  std::erase_if(columns, [&](int column) {  // "Cost | Material cost": heads that sum up one column only
    return std::ranges::none_of(parents, [&](const Parent& parent) { return draft.grid.is_figure(parent.row, column); });
  });
  if (columns.empty()) return false;
  std::size_t fitting = 0, with_several = 0, sums = 0;
  for (const Parent& parent : parents) {
    const int children = children_summed(draft, parent, level, columns);
    if (children == 0) continue;
    ++fitting;
    sums += children >= 2;  // of one child a parent is the sum whenever two rows are alike
    with_several += parent.last > parent.first;
  }
  if (with_several < 1 || sums < least || fitting * 10 < parents.size() * 7) return false;
  // Of one row below it that is another amount a row is no sum: the last line of a level, and what stands under the table.
  std::set<int> lines;
  for (const Parent& parent : parents)
    if (parent.first == parent.last && children_summed(draft, parent, level, columns) == 0) lines.insert(parent.row);
  for (std::size_t i = parents.size(); i-- > 0;)
    if (!lines.contains(parents[i].row)) make_total(draft, parents[i].row, evidence, {});
  for (const Parent& parent : parents) {
    if (lines.contains(parent.row)) continue;
    const auto total = std::ranges::lower_bound(draft.totals, parent.row, {}, &TotalFacts::row);
    total->covers = {{parent.first, parent.last}};
    total->covers_by_formula = true;
  }
  return true;
}

// The words of a column that may be kinds of rows ("Department", "Section", "Article"), by the order in which they come.
std::map<std::string_view, int> kinds_in(const Draft& draft, const std::vector<int>& rows, int column) {
  constexpr std::size_t most_kinds = 6;
  std::map<std::string_view, int> kinds;
  for (const int row : rows) {
    if (!draft.grid.is_words(row, column)) return {};
    kinds.try_emplace(draft.grid.text(row, column), static_cast<int>(kinds.size()));
    if (kinds.size() > most_kinds) return {};
  }
  return kinds;
}

// A column that says what each row is, in words: those of one kind are the sums of the rows of the next.
bool accept_kinds(Draft& draft, const std::vector<int>& rows) {
  for (const auto& facts : draft.columns) {
    if (facts.kind != ColumnKind::dimension || facts.words * 10 < static_cast<int>(rows.size()) * 9) continue;
    const auto kinds = kinds_in(draft, rows, facts.column);
    if (kinds.size() < 2) continue;
    const auto kind_of = [&](int row) {
      const auto kind = kinds.find(draft.grid.text(row, facts.column));
      return kind == kinds.end() ? 0 : kind->second;
    };
    if (accept_levels(draft, rows, kind_of, Evidence::level, Summary::above, 2)) return true;  // one may be chance
    const auto from_last = [&](int row) { return -kind_of(row); };
    if (accept_levels(draft, rows, from_last, Evidence::level, Summary::below, 2)) return true;
  }
  return false;
}

int leading_spaces(const Draft& draft, int row) {
  for (const auto& facts : draft.columns) {
    if (!draft.grid.is_words(row, facts.column)) continue;
    const auto text = draft.grid.text(row, facts.column);
    int spaces = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == ' ') {
        ++spaces;
      } else if (text.substr(at).starts_with("\xE3\x80\x80")) {
        spaces += 2;
        at += 2;
      } else if (text.substr(at).starts_with("\xC2\xA0")) {
        ++spaces;
        ++at;
      } else {
        break;
      }
    }
    return spaces;
  }
  return 0;
}

// "5", "51", "5101", or "1", "1.2", "1.2.3" at the beginning of the first key: how deep the code goes.
int code_depth(const Draft& draft, int row) {
  for (const auto& facts : draft.columns) {
    if (facts.kind != ColumnKind::dimension || draft.grid.is_blank(row, facts.column)) continue;
    if (draft.grid.kind(row, facts.column) == Kind::amount) {
      return static_cast<int>(
          std::to_string(static_cast<long long>(std::abs(draft.grid.value(row, facts.column)))).size());
    }
    const auto text = draft.grid.text(row, facts.column);
    int depth = 0;
    for (const char c : text) {
      if (!((c >= '0' && c <= '9') || c == '.' || c == '-')) break;
      ++depth;
    }
    return depth;
  }
  return 0;
}

// The columns at the left of which each row fills one: "款 | 項 | 目 | 節", or a pivot table that was copied. A row's level is
// the column it fills; rows that fill none stand between two of them.
std::vector<int> staggered_columns(const Draft& draft, const std::vector<int>& rows) {
  std::vector<int> columns;
  for (const auto& facts : draft.columns) {
    if (facts.is_amount()) break;
    if (facts.kind == ColumnKind::blank && facts.figures + facts.words + facts.digits == 0) continue;
    columns.push_back(facts.column);
  }
  for (; columns.size() >= 2; columns.pop_back()) {
    std::size_t alone = 0, none = 0;
    std::set<int> used;
    for (const int row : rows) {
      const auto filled = std::ranges::count_if(columns, [&](int column) { return !draft.grid.is_blank(row, column); });
      alone += filled == 1;
      none += filled == 0;
      if (filled != 1) continue;
      used.insert(*std::ranges::find_if(columns, [&](int column) { return !draft.grid.is_blank(row, column); }));
    }
    if ((alone + none) * 20 >= rows.size() * 19 && used.size() == columns.size()) return columns;
  }
  return {};
}

bool accept_staggered(Draft& draft, const std::vector<int>& rows) {
  const auto columns = staggered_columns(draft, rows);
  if (columns.empty()) return false;
  for (int between = 0; between <= static_cast<int>(columns.size()); ++between) {
    const auto level_of = [&](int row) {
      for (std::size_t at = 0; at < columns.size(); ++at)
        if (!draft.grid.is_blank(row, columns[at])) return static_cast<int>(at) * 2;
      return between * 2 - 1;
    };
    if (accept_levels(draft, rows, level_of, Evidence::level, Summary::above, 2)) return true;
  }
  return false;
}

// The column that says how deep each row is: "Level", "级次".
const ColumnFacts* level_column(const Draft& draft) {
  const auto found = std::ranges::find_if(draft.columns, [](const ColumnFacts& facts) {
    return facts.kind == ColumnKind::dimension && facts.figures >= 3 && !facts.path.empty() &&
           terms_of_whole(facts.path.back()).has(Term::level);
  });
  return found == draft.columns.end() ? nullptr : &*found;
}

}  // namespace

std::vector<int> plain_columns(const Draft& draft) {
  std::vector<int> columns;
  for (const auto& facts : draft.columns) {
    if (facts.is_amount() && facts.derivation != Derivation::sum && facts.derivation != Derivation::difference)
      columns.push_back(facts.column);
  }
  return columns;
}

// What says how deep each row is, by the first of them that the figures agree with.
static void find_levels(Draft& draft) {
  std::vector<int> rows;
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (draft.row(row) == RowKind::leaf) rows.push_back(row);
  }
  if (rows.size() < 3 || rows.size() > 200000) return;
  const auto& outline = draft.grid.cells().row_outline;
  const auto outline_of = [&](int row) {
    const auto entry = outline.find(row);
    return entry == outline.end() ? 0 : entry->second;
  };
  if (const auto* levels = level_column(draft)) {
    const auto level_of = [&](int row) { return static_cast<int>(figure(draft, row, levels->column)); };
    if (accept_levels(draft, rows, level_of, Evidence::level)) return;
  }
  if (!outline.empty()) {
    if (accept_levels(draft, rows, outline_of, Evidence::outline, Summary::below)) return;
    if (accept_levels(draft, rows, outline_of, Evidence::outline)) return;
  }
  if (accept_kinds(draft, rows) || accept_staggered(draft, rows)) return;
  if (accept_levels(
          draft, rows, [&](int row) { return leading_spaces(draft, row); }, Evidence::level))
    return;
  if (accept_levels(
          draft, rows, [&](int row) { return code_depth(draft, row); }, Evidence::level))
    return;
  if (!draft.grid.cells().bold.empty())
    accept_levels(
        draft, rows, [&](int row) { return label_is_bold(draft, row) ? 0 : 1; }, Evidence::level);
}

void find_parents(Draft& draft) {
  find_closed_groups(draft);
  find_levels(draft);
  std::erase_if(draft.suspects, [&](int row) { return draft.row(row) == RowKind::total; });
}

}  // namespace steward::recognise
