#include "recognise/measures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "recognise/derivation.hpp"
#include "recognise/factors.hpp"
#include "recognise/ratios.hpp"

namespace steward::recognise {
namespace {

std::size_t distinct_figures(const Draft& draft, const ColumnFacts& facts) {
  std::set<double> values;
  for (int row = draft.first(); row <= draft.last() && values.size() <= 4000; ++row) {
    if (draft.grid.is_figure(row, facts.column)) values.insert(draft.grid.value(row, facts.column));
  }
  return values.size();
}

// "Total | =SUM(B2:B10)+SUM(D2:D10)" beside the column: what it comes to is said in another one.
bool is_added_up_beside(const Draft& draft, const ColumnFacts& facts) {
  constexpr int most_rows = 1000;
  for (const ColumnFacts& other : draft.columns) {
    if (&other == &facts) continue;
    for (int row = std::max(draft.first(), draft.last() - most_rows); row <= draft.last(); ++row) {
      const auto formula = draft.grid.formula(row, other.column);
      if (formula.empty() || !shape_of(formula).sums || shape_of(formula).multiplies) continue;
      for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot()))
        if (area.sheet == draft.grid.sheet() && area.left == facts.column && area.right == facts.column && area.bottom > area.top) return true;
    }
  }
  return false;
}

// Whether an amount is made of the column and of something else than a share of it.
bool goes_into_amount(const Draft& draft, const ColumnFacts& facts) {
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& product) {
    if (!product.is_amount() || product.derivation != Derivation::product ||
        std::ranges::find(product.sources, facts.column) == product.sources.end())
      return false;
    return std::ranges::none_of(product.sources, [&](int source) {
      const ColumnFacts* other = draft.column(source);
      return other && other != &facts && other->own.has(Term::percent);
    });
  });
}

// What is added up down the column is money under any header: "Price" with a sum below it, the full cost of which an
// amount is a share.
void settle_summed(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    const bool may_be = is_any(facts, {ColumnKind::price, ColumnKind::part}) ||
                        (facts.kind == ColumnKind::percent && facts.percents == 0 && !facts.is_left_of_header);
    if (may_be && facts.figures > 0 && (adds_itself_up(draft, facts) || (facts.kind == ColumnKind::price && is_added_up_beside(draft, facts))) && !goes_into_amount(draft, facts) &&
        !(facts.kind == ColumnKind::percent && facts.formulas * 2 > facts.figures))
      facts.kind = ColumnKind::amount;
  }
}

// Whether the table counts more than one of anything.
bool counts_several(const Draft& draft) {
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& facts) {
    if (facts.kind != ColumnKind::quantity) return false;
    for (int row = draft.first(); row <= draft.last(); ++row)
      if (draft.grid.is_figure(row, facts.column) && draft.grid.value(row, facts.column) != 1) return true;
    return false;
  });
}

// Whether a product beside the table, over blank columns, is made of the column: hours and rates of another reckoning.
bool is_factor_beside(const Draft& draft, const ColumnFacts& facts) {
  constexpr int farthest = 8;
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + 50); ++row) {
    for (int column = draft.block.area.right + 1; column <= draft.block.area.right + farthest; ++column) {
      const auto formula = draft.grid.formula(row, column);
      if (formula.empty() || !shape_of(formula).multiplies) continue;
      for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot()))
        if (area.sheet == draft.grid.sheet() && area.top == row && area.left == facts.column) return true;
    }
  }
  return false;
}

// "Artículo | Cantidad" over euros, or over cents: the word for a quantity is one for an amount of money as well.
void settle_quantities_of_money(Draft& draft) {
  const auto is_money = [](const ColumnFacts& facts) { return facts.kind == ColumnKind::price || (facts.is_amount() && tells_money(facts)); };
  if (std::ranges::any_of(draft.columns, is_money)) return;
  constexpr int fewest = 10;
  for (ColumnFacts& facts : draft.columns) {
    if (facts.kind != ColumnKind::quantity || facts.figures == 0 || !plain(facts.path.back()).starts_with("cantidad")) continue;
    const bool holds_cents = facts.figures >= fewest && !facts.all_integers && facts.formulas == 0;
    if (!shows_currency(draft, facts) && !holds_cents) continue;
    facts.kind = ColumnKind::amount;
    facts.own.add(Term::amount);
  }
}

// "Min" and "Max" beside the months, reckoned from them: no amounts of their own, as an average is none.
void settle_extremes(Draft& draft) {
  static constexpr std::string_view words[] = {"min", "max", "minimum", "maximum", "minimo", "maximo", "mini", "maxi", "最小", "最大", "最小值", "最大值", "最高", "最低"};
  for (ColumnFacts& facts : draft.columns)
    if (facts.is_amount() && facts.formulas > 0 && !facts.path.empty() && std::ranges::find(words, plain(facts.path.back())) != std::end(words))
      facts.kind = ColumnKind::percent;
}

// Where prices are the only money there is, they are what is budgeted; beside numbers of pieces nobody can say whether
// they are for one or for all of them.
void settle_prices(Draft& draft) {
  if (std::ranges::any_of(draft.columns, &ColumnFacts::is_amount)) return;
  const bool is_unsure = counts_several(draft);
  for (ColumnFacts& facts : draft.columns) {
    const bool is_scaled = std::ranges::any_of(draft.columns, [&](const ColumnFacts& other) {
      return is_any(other, {ColumnKind::price, ColumnKind::amount}) && other.scaled_from == facts.column;
    });
    if (facts.kind != ColumnKind::price || facts.figures == 0 || is_scaled || is_factor_beside(draft, facts)) continue;
    facts.is_price_or_sum = is_unsure;
    facts.kind = ColumnKind::amount;
  }
}

// "Importance: 1" beside prices: whole numbers under a word that says nothing of money.
void settle_ratings(Draft& draft) {
  const bool has_prices = std::ranges::any_of(
      draft.columns, [](const ColumnFacts& facts) { return facts.kind == ColumnKind::price && facts.figures > 0; });
  if (!has_prices || std::ranges::any_of(draft.columns, [](const ColumnFacts& facts) {
        return facts.is_amount() && (tells_money(facts) || facts.formulas > 0 || !facts.all_integers || facts.path.empty());
      }))
    return;
  for (ColumnFacts& facts : draft.columns)
    if (facts.is_amount()) facts.kind = ColumnKind::dimension;
}

// What stands right of the last header, all of it reckoned from other columns, says what the table comes to.
void settle_what_stands_beside(Draft& draft) {
  if (draft.block.header_rows.empty()) return;
  for (std::size_t at = draft.columns.size(); at-- > 0;) {
    ColumnFacts& facts = draft.columns[at];
    if (!facts.path.empty() || facts.continues_merge) return;
    if (!facts.is_amount() || facts.figures == 0 || facts.figures > 8) continue;
    int beside = 0;
    for (int row = draft.first(); row <= draft.last(); ++row) {
      if (!draft.grid.is_figure(row, facts.column) || !draft.grid.is_words(row, facts.column - 1)) continue;
      const auto areas = workbook::references(draft.grid.formula(row, facts.column), draft.grid.sheet(), draft.grid.snapshot());
      beside += !areas.empty() && std::ranges::none_of(areas, [&](const workbook::Area& area) {
        return area.top == row && area.bottom == row && area.right < facts.column;
      });
    }
    if (beside == facts.figures) facts.kind = ColumnKind::blank;
  }
}

// What the formulas of a column take from others, cell by cell; empty where one of its figures is anything but a sum or a
// copy of figures in other columns of other rows, or of its own.
std::map<int, std::set<int>> rows_taken(const Draft& draft, const ColumnFacts& facts) {
  std::map<int, std::set<int>> taken;
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (!draft.grid.is_figure(row, facts.column)) continue;
    const auto formula = draft.grid.formula(row, facts.column);
    const FormulaShape shape = shape_of(formula);
    const auto areas = workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot());
    if (areas.empty() || shape.multiplies || shape.subtracts) return {};
    for (const workbook::Area& area : areas) {
      const ColumnFacts* of = draft.column(area.left);
      const bool is_beside = area.top == row && area.bottom == row;
      if (area.sheet != draft.grid.sheet() || area.left != area.right || !of || !of->is_amount() || is_beside) return {};
      for (int at = std::max(area.top, draft.first()); at <= std::min(area.bottom, draft.last()); ++at) taken[of->column].insert(at);
    }
  }
  taken.erase(facts.column);
  return taken;
}

// What is taken of a column takes what that is made of with it: heads of groups, and their members.
void add_members(const Draft& draft, int column, std::set<int>& rows) {
  std::vector<int> open(rows.begin(), rows.end());
  while (!open.empty()) {
    const int row = open.back();
    open.pop_back();
    for (const auto& area : workbook::references(draft.grid.formula(row, column), draft.grid.sheet(), draft.grid.snapshot())) {
      if (area.sheet != draft.grid.sheet() || area.left != column || area.right != column) continue;
      for (int at = std::max(area.top, draft.first()); at <= std::min(area.bottom, draft.last()); ++at)
        if (rows.insert(at).second) open.push_back(at);
    }
  }
}

// "=SUM(C4:C14)" under "=SUM(H4:H8)": a column of what other columns come to holds no lines of its own.
void settle_sums_of_columns(Draft& draft) {
  constexpr int most_sums = 200;
  for (std::size_t at = draft.columns.size(); at-- > 0;) {
    ColumnFacts& facts = draft.columns[at];
    if (!facts.is_amount() || facts.figures == 0 || facts.figures > most_sums || facts.formulas == 0) continue;
    auto taken = rows_taken(draft, facts);
    for (auto& [column, rows] : taken) add_members(draft, column, rows);
    const bool takes_all = std::ranges::all_of(taken, [&](const auto& column) {
      for (int row = draft.first(); row <= draft.last(); ++row)
        if (draft.grid.is_figure(row, column.first) && !column.second.contains(row)) return false;
      return true;
    });
    if (!taken.empty() && takes_all) facts.kind = ColumnKind::blank;
  }
}

// "is_total": 0 and 1, reckoned, under a header that says nothing of money.
bool holds_flags(const Draft& draft, const ColumnFacts& facts) {
  constexpr int fewest = 5;
  if (facts.formulas < fewest || facts.path.empty() || !facts.all_integers || facts.negatives > 0) return false;
  int ones = 0, noughts = 0;
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (!draft.grid.is_figure(row, facts.column)) continue;
    const double value = draft.grid.value(row, facts.column);
    if (value != 0 && value != 1) return false;
    ++(value == 0 ? noughts : ones);
  }
  return ones > 0 && noughts > 0;
}

// Whole numbers that name their rows: those that come again and again, those left of all other columns, beside a column
// that says it holds the amounts.
void settle_codes(Draft& draft) {
  const bool others_tell = std::ranges::any_of(
      draft.columns, [](const ColumnFacts& facts) { return facts.is_amount() && tells_money(facts); });
  if (!others_tell) return;
  bool is_leftmost = true;
  for (ColumnFacts& facts : draft.columns) {
    const bool is_first = is_leftmost;
    if (facts.kind != ColumnKind::blank) is_leftmost = false;
    if (facts.is_amount() && !tells_money(facts) && holds_flags(draft, facts)) facts.kind = ColumnKind::dimension;
    if (!facts.is_amount() || tells_money(facts) || !facts.all_integers || facts.formulas > 0 || facts.negatives > 0)
      continue;
    const bool is_index = is_first && facts.figures >= 2 && !draft.block.header_rows.empty();
    const bool repeats = !facts.path.empty() && facts.figures >= 20 &&
                         distinct_figures(draft, facts) * 3 <= static_cast<std::size_t>(facts.figures);
    if (is_index || repeats) facts.kind = ColumnKind::dimension;
  }
}

}  // namespace

bool names_things(const ColumnFacts& facts) {
  return facts.own.has(Term::label) && !facts.own.has_any(amount_terms) &&
         !facts.own.has_any({Term::expense, Term::revenue, Term::price}) && facts.all_integers && facts.formulas == 0 &&
         facts.figures >= 1;
}

// "Program A", "Project B": whole numbers under the word for a thing are names, unless a total row adds them up.
void settle_named_amounts(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    if (facts.kind != ColumnKind::dimension || !names_things(facts) || facts.figures < 3) continue;
    double sum = 0, last = 0;
    int last_row = -1;
    for (int row = draft.first(); row <= draft.last(); ++row) {
      if (!draft.grid.is_figure(row, facts.column)) continue;
      sum += last;
      last = draft.grid.value(row, facts.column);
      last_row = row;
    }
    const bool is_total = terms_by_place(label_of(draft, last_row)).edges.has_any({Term::total, Term::grand_total});
    if (is_total && last != 0 && same_amount(sum, last)) facts.kind = ColumnKind::amount;
  }
}

void settle_measures(Draft& draft) {
  settle_factors(draft);
  settle_ratios(draft);
  settle_extremes(draft);
  settle_summed(draft);
  settle_what_stands_beside(draft);
  settle_sums_of_columns(draft);
  settle_ratings(draft);
  settle_quantities_of_money(draft);
  settle_prices(draft);
  settle_codes(draft);
}

}  // namespace steward::recognise
