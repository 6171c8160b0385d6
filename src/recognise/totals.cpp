#include "recognise/totals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "recognise/derivation.hpp"

namespace steward::recognise {
namespace {

using Stretches = std::vector<Stretch>;

constexpr std::size_t most_named_lines = 100;
constexpr std::size_t most_work = 300'000'000;  // totals × rows

std::vector<int> compared_columns(const Draft& draft, int row) {
  std::vector<int> columns;
  for (const auto& facts : draft.columns) {
    if (!facts.is_amount() || !draft.grid.is_figure(row, facts.column)) continue;
    if (facts.derivation == Derivation::product || facts.derivation == Derivation::none)
      columns.push_back(facts.column);
  }
  if (!columns.empty()) return columns;
  for (const auto& facts : draft.columns) {
    if (facts.is_amount() && draft.grid.is_figure(row, facts.column)) columns.push_back(facts.column);
  }
  return columns;
}

// How badly a total disagrees with what it might cover: columns that differ, and by how much on average.
struct Misfit {
  double share = 1, distance = std::numeric_limits<double>::infinity();
  bool operator<(const Misfit& other) const {
    return std::pair(share, distance) < std::pair(other.share, other.distance);
  }
};

class Settler {
 public:
  explicit Settler(Draft& draft) : draft_(draft) {}

  void settle() {
    set_named_lines_back();
    for (TotalFacts& total : draft_.totals) by_formula(total);
    sums_.clear();
    for (std::size_t i = 0; i < draft_.totals.size(); ++i) {
      TotalFacts& total = draft_.totals[i];
      if (!total.covers.empty()) {
        if (total.covers_by_formula) total.covers = lines_in(draft_, total.covers);
        continue;
      }
      by_arithmetic(i);
    }
    rank();
  }

 private:
  // "Total indirect costs", typed or taken from elsewhere, that the grand total adds to its subtotals: a line under a
  // grand name, unless it is what the lines above it come to.
  void set_named_lines_back() {
    std::set<int> added;
    for (const TotalFacts& total : draft_.totals) {
      for (const auto& facts : draft_.columns) {
        if (!facts.is_amount() || !draft_.grid.has_formula(total.row, facts.column)) continue;
        const VerticalFormula formula = vertical_formula(draft_, total.row, facts.column);
        if (!formula.is_sum() || formula.rows.size() < 2) continue;
        for (const auto& [top, bottom] : formula.rows)
          if (top == bottom) added.insert(top);
      }
    }
    add_first_of_ranges(added);
    if (added.empty() || draft_.totals.size() > most_named_lines) return;
    int previous = draft_.first() - 1;
    std::erase_if(draft_.totals, [&](const TotalFacts& total) {
      const Stretches group{{previous + 1, total.row - 1}}, above{{draft_.first(), total.row - 1}};
      previous = total.row;
      if (total.evidence != Evidence::label || !added.contains(total.row) || !total.covers.empty()) return false;
      const auto columns = compared_columns(draft_, total.row);
      const bool is_line = !columns.empty() && std::ranges::none_of(columns, [&](int column) {
        const double stated = draft_.grid.value(total.row, column);
        return same_amount(stated, sum_of(draft_, group, column)) || same_amount(stated, sum_of(draft_, above, column));
      });
      if (is_line) draft_.row(total.row) = RowKind::leaf;
      return is_line;
    });
  }

  // "Total direct costs | Total indirect costs | both together = SUM(F5:F6)" with no line above them: what other sheets come
  // to, and lines here.
  void add_first_of_ranges(std::set<int>& added) const {
    if (draft_.totals.size() > most_named_lines) return;
    for (const TotalFacts& total : draft_.totals) {
      for (const auto& facts : draft_.columns) {
        if (!facts.is_amount() || !draft_.grid.has_formula(total.row, facts.column)) continue;
        const VerticalFormula formula = vertical_formula(draft_, total.row, facts.column);
        if (!formula.is_sum() || formula.rows.size() != 1) continue;
        const auto [top, bottom] = formula.rows.front();
        if (bottom - top < 1 || count_lines(draft_, {{draft_.first(), bottom}}) > 0) continue;
        for (int row = top; row <= bottom; ++row) added.insert(row);
      }
    }
  }

  // "=D4" in most months and "=F4+F5" in those in which row 5 is filled: the sum that reaches furthest, where it holds the
  // others and they have nothing in the rows that it adds.
  Stretches wider(const std::map<Stretches, int>& votes, const Stretches& best) const {
    const auto holds = [](const Stretches& wide, int row) {
      return std::ranges::any_of(wide, [&](const Stretch& s) { return s.first <= row && row <= s.second; });
    };
    if (best.size() != 1 || best.front().first != best.front().second) return best;
    for (const auto& [rows, count] : votes) {
      if (rows == best || !holds(rows, best.front().first) || count_lines(draft_, rows) > 50) continue;
      return rows;
    }
    return best;
  }

  void by_formula(TotalFacts& total) {
    std::map<Stretches, int> votes;
    for (const auto& facts : draft_.columns) {
      if (!draft_.grid.has_formula(total.row, facts.column)) continue;
      const VerticalFormula formula = vertical_formula(draft_, total.row, facts.column);
      const ColumnFacts* summed = formula.column >= 0 ? draft_.column(formula.column) : nullptr;
      if (formula.is_sum() && summed && summed->is_amount()) ++votes[formula.rows];
    }
    if (votes.empty()) return;
    const auto rows_of = [](const Stretches& stretches) {
      std::int64_t rows = 0;
      for (const auto& [top, bottom] : stretches) rows += bottom - top + 1;
      return rows;
    };
    const auto best = std::ranges::max_element(votes, {}, [&](const auto& vote) { return std::pair(vote.second, rows_of(vote.first)); });
    total.covers = wider(votes, best->first);
    total.covers_by_formula = true;
    total.evidence = Evidence::formula;
  }

  Misfit misfit(const TotalFacts& total, const Stretches& rows) const {
    const auto columns = compared_columns(draft_, total.row);
    if (columns.empty() || count_lines(draft_, rows) == 0) return {};
    int different = 0, telling = 0;
    double distance = 0;
    for (const int column : columns) {
      const double stated = draft_.grid.value(total.row, column), sum = sum_in(rows, column);
      if (stated == 0 && sum == 0) continue;
      ++telling;
      different += !same_amount(stated, sum);
      distance += std::abs(stated - sum) / std::max({std::abs(stated), std::abs(sum), 1e-9});
    }
    if (telling == 0) return {0, 0};
    return {static_cast<double>(different) / telling, distance / telling};
  }

  // The sum over stretches of lines only, from what has been added up down the column once.
  double sum_in(const Stretches& lines, int column) const {
    auto& upto = sums_[column];
    if (upto.empty()) {
      upto.reserve(draft_.rows.size() + 1);
      upto.push_back(0);
      for (int row = draft_.first(); row <= draft_.last(); ++row) {
        const bool counts = draft_.row(row) == RowKind::leaf && draft_.grid.is_figure(row, column);
        upto.push_back(upto.back() + (counts ? draft_.grid.value(row, column) : 0));
      }
    }
    long double sum = 0;
    for (const auto& [top, bottom] : lines) {
      sum += upto[static_cast<std::size_t>(bottom - draft_.first() + 1)] - upto[static_cast<std::size_t>(top - draft_.first())];
    }
    return static_cast<double>(sum);
  }

  // Candidates in the order in which a reader would think of them, until one fits to the cent.
  template <class Try>
  void try_candidates(std::size_t index, const Try& try_rows) const {
    const TotalFacts& total = draft_.totals[index];
    std::vector<Stretches> found;
    bool fits = false;
    const int group = index == 0 ? draft_.first() : draft_.totals[index - 1].row + 1;
    const auto add = [&](Stretches rows) {
      if (fits) return;
      rows = lines_in(draft_, rows);
      if (rows.empty() || std::ranges::find(found, rows) != found.end()) return;
      found.push_back(rows);
      fits = try_rows(std::move(rows));
    };
    add({{group, total.row - 1}});
    if (is_vast(draft_)) return;
    for (int row = total.row - 1, steps = 0; row >= draft_.first() && steps < 400; --row, ++steps) {
      if (draft_.row(row) != RowKind::heading && draft_.row(row) != RowKind::header &&
          draft_.row(row) != RowKind::balance)
        continue;
      add({{row + 1, total.row - 1}});
    }
    add_same_key(total.row, add);
    add({{draft_.first(), total.row - 1}});
    for (std::size_t from = index; from-- > 0 && index - from < 40;) add({{draft_.totals[from].row, total.row - 1}});
    const int next = index + 1 < draft_.totals.size() ? draft_.totals[index + 1].row - 1 : draft_.last();
    if (group >= total.row || count_lines(draft_, {{draft_.first(), total.row - 1}}) == 0) {
      add({{total.row + 1, next}});
      add({{total.row + 1, draft_.last()}});
    }
  }

  // "4130 | TOTAL" somewhere among the lines of 4130: all that stand together under the same key.
  template <class Add>
  void add_same_key(int row, const Add& add) const {
    constexpr int most_looked_at = 400;
    for (const auto& facts : draft_.columns) {
      if (facts.kind != ColumnKind::dimension || draft_.grid.is_blank(row, facts.column)) continue;
      int top = row, bottom = row;
      while (top > draft_.first() && row - top < most_looked_at && same_key(top - 1, row, facts.column)) --top;
      while (bottom < draft_.last() && bottom - row < most_looked_at && same_key(bottom + 1, row, facts.column)) ++bottom;
      if (bottom > row) add({{top, row - 1}, {row + 1, bottom}});
    }
  }

  bool same_key(int row, int other, int column) const {
    const Grid& grid = draft_.grid;
    if (grid.kind(row, column) != grid.kind(other, column)) return false;
    return grid.is_figure(row, column) ? grid.value(row, column) == grid.value(other, column)
                                       : grid.text(row, column) == grid.text(other, column);
  }

  void by_arithmetic(std::size_t index) {
    TotalFacts& total = draft_.totals[index];
    Misfit best;
    try_candidates(index, [&](Stretches rows) {
      const Misfit fit = misfit(total, rows);
      if (total.covers.empty() || fit < best) {
        best = fit;
        total.covers = std::move(rows);
      }
      return best.share == 0 && best.distance < 1e-9;
    });
    total.is_proven = best.share < 1 && has_figures(total);
    if (best.share > 0 && is_difference(index)) {
      draft_.row(total.row) = RowKind::balance;
      total.kind = TotalKind::balance;
    }
  }

  bool has_figures(const TotalFacts& total) const {
    return std::ranges::any_of(compared_columns(draft_, total.row),
                               [&](int column) { return draft_.grid.value(total.row, column) != 0; });
  }

  // Income less expenses, under the word "Total".
  bool is_difference(std::size_t index) const {
    const auto columns = compared_columns(draft_, draft_.totals[index].row);
    const std::size_t nearest = index > 12 ? index - 12 : 0;
    for (std::size_t i = nearest; i < index; ++i) {
      for (std::size_t j = nearest; j < index; ++j) {
        if (i == j || columns.empty()) continue;
        const bool fits = std::ranges::all_of(columns, [&](int column) {
          const auto at = [&](std::size_t k) {
            return draft_.grid.is_figure(draft_.totals[k].row, column) ? draft_.grid.value(draft_.totals[k].row, column)
                                                                       : 0;
          };
          return same_amount(at(i) - at(j), draft_.grid.value(draft_.totals[index].row, column));
        });
        if (fits) return true;
      }
    }
    return false;
  }

  // What covers all there is is the total; what others cover is a part.
  void rank() {
    std::erase_if(draft_.totals, [&](const TotalFacts& total) { return total.kind == TotalKind::balance; });
    long most = 0;
    for (const TotalFacts& total : draft_.totals) most = std::max(most, count_lines(draft_, total.covers));
    for (TotalFacts& total : draft_.totals) {
      const long lines = count_lines(draft_, total.covers);
      total.kind = lines == most && most > 0 ? TotalKind::total : TotalKind::subtotal;
    }
  }

  Draft& draft_;
  mutable std::map<int, std::vector<long double>> sums_;  // of lines, from the first row to each, by column
};

}  // namespace

namespace {

// "SUM(C26:F28)" over cells that are merged from C to F: the only column of amounts among them is what is added up.
void narrow(const Draft& draft, workbook::Area& area) {
  constexpr int widest = 12;
  if (area.sheet != draft.grid.sheet() || area.left == area.right || area.columns() > widest) return;
  int amounts = 0, only = -1;
  for (int column = area.left; column <= area.right; ++column) {
    const ColumnFacts* facts = draft.column(column);
    if (!facts || !(facts->is_amount() || facts->kind == ColumnKind::blank || facts->figures == 0)) return;
    amounts += facts->is_amount();
    if (facts->is_amount()) only = column;
  }
  if (amounts == 1) area.left = area.right = only;
}

}  // namespace

VerticalFormula vertical_formula(const Draft& draft, int row, int column) {
  VerticalFormula result;
  const auto text = draft.grid.formula(row, column);
  if (text.empty()) return result;
  const FormulaShape shape = shape_of(text);
  result.sums = shape.sums;
  result.subtracts = shape.subtracts;
  result.multiplies = shape.multiplies;
  result.is_subtotal = shape.is_subtotal;
  for (workbook::Area area : workbook::references(text, draft.grid.sheet(), draft.grid.snapshot())) {
    narrow(draft, area);
    const bool in_table = area.sheet == draft.grid.sheet() && area.left == area.right && area.bottom >= draft.first() &&
                          area.top <= draft.last();
    if (!in_table || (area.top == row && area.bottom == row) || (result.column >= 0 && result.column != area.left))
      return {};
    result.column = area.left;
    const int top = std::max(area.top, draft.first()), bottom = std::min(area.bottom, draft.last());
    if (row < top || row > bottom) {
      result.rows.emplace_back(top, bottom);
    } else {
      if (top < row) result.rows.emplace_back(top, row - 1);
      if (bottom > row) result.rows.emplace_back(row + 1, bottom);
    }
  }
  return result;
}

namespace {

void collect(const Draft& draft, const Stretches& rows, std::set<int>& visited, Stretches& found) {
  for (const auto& [top, bottom] : rows) {
    int from = -1;
    for (int row = std::max<int>(top, draft.first()); row <= std::min<int>(bottom, draft.last()) + 1; ++row) {
      const bool is_leaf = row <= std::min<int>(bottom, draft.last()) && draft.row(row) == RowKind::leaf;
      if (is_leaf && from < 0) from = row;
      if (!is_leaf && from >= 0) found.emplace_back(std::exchange(from, -1), row - 1);
    }
    auto total = std::ranges::lower_bound(draft.totals, top, {}, &TotalFacts::row);
    for (; total != draft.totals.end() && total->row <= bottom; ++total) {
      if (visited.insert(total->row).second) collect(draft, total->covers, visited, found);
    }
  }
}

}  // namespace

std::vector<Stretch> lines_in(const Draft& draft, const std::vector<Stretch>& rows) {
  Stretches found, joined;
  std::set<int> visited;
  collect(draft, rows, visited, found);
  std::ranges::sort(found);
  for (const Stretch& stretch : found) {
    if (!joined.empty() && stretch.first <= joined.back().second + 1) {
      joined.back().second = std::max(joined.back().second, stretch.second);
    } else {
      joined.push_back(stretch);
    }
  }
  return joined;
}

double sum_of(const Draft& draft, const std::vector<Stretch>& rows, int column) {
  double sum = 0;
  for (const auto& [top, bottom] : rows) {
    for (int row = top; row <= bottom; ++row) {
      if (draft.row(row) == RowKind::leaf && draft.grid.is_figure(row, column)) sum += draft.grid.value(row, column);
    }
  }
  return sum;
}

long count_lines(const Draft& draft, const std::vector<Stretch>& rows) {
  long lines = 0;
  for (const auto& [top, bottom] : rows) {
    for (int row = std::max<int>(top, draft.first()); row <= std::min<int>(bottom, draft.last()); ++row)
      lines += draft.row(row) == RowKind::leaf;
  }
  return lines;
}

bool is_vast(const Draft& draft) {
  return draft.totals.size() * draft.rows.size() > most_work;
}

void settle_totals(Draft& draft) {
  Settler(draft).settle();
}

}  // namespace steward::recognise
