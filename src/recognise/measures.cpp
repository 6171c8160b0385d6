#include "recognise/measures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "recognise/derivation.hpp"
#include "recognise/ratios.hpp"

namespace steward::recognise {
namespace {

using Kinds = std::initializer_list<ColumnKind>;

bool is_any(const ColumnFacts& facts, Kinds kinds) {
  return std::ranges::find(kinds, facts.kind) != kinds.end();
}

std::size_t distinct_figures(const Draft& draft, const ColumnFacts& facts) {
  std::set<double> values;
  for (int row = draft.first(); row <= draft.last() && values.size() <= 4000; ++row) {
    if (draft.grid.is_figure(row, facts.column)) values.insert(draft.grid.value(row, facts.column));
  }
  return values.size();
}

bool tells_money(const ColumnFacts& facts) {
  return facts.own.has_any(amount_terms) ||
         facts.own.has_any({Term::expense, Term::revenue, Term::price, Term::version, Term::scenario}) || facts.period;
}

// "=D5+(10^-6)*ROW()": the figures of another column once more, made distinct so that they can be ranked.
bool is_copy(const Draft& draft, const ColumnFacts& facts, const ColumnFacts& source) {
  int looked = 0, same = 0;
  for (int row = draft.first(); row <= draft.last() && looked < 200; ++row) {
    if (!draft.grid.is_figure(row, facts.column) || !draft.grid.has_formula(row, facts.column)) continue;
    const double original = draft.grid.is_figure(row, source.column) ? draft.grid.value(row, source.column) : 0;
    ++looked;
    same += std::abs(draft.grid.value(row, facts.column) - original) < 0.005;
  }
  return looked >= 3 && same == looked;
}

// Whether cells of the column add up other cells of it.
bool adds_itself_up(const Draft& draft, const ColumnFacts& facts) {
  for (int row = draft.last(); row >= draft.first() && row > draft.last() - 5000; --row) {
    const auto formula = draft.grid.formula(row, facts.column);
    if (formula.empty()) continue;
    const FormulaShape shape = shape_of(formula);
    int cells = 0, others = 0;  // of "=D2+D3+D4"
    for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot())) {
      const bool is_own = area.sheet == draft.grid.sheet() && area.left == facts.column && area.right == facts.column;
      if (shape.sums && is_own && area.bottom > area.top) return true;
      ++(is_own && area.top != row ? cells : others);
    }
    if (cells >= 2 && others == 0 && !shape.multiplies && !shape.subtracts) return true;
  }
  return false;
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

// Number times price is what is paid, whatever stands above it: "Unit price | Units | Price".
bool multiplies_price(const Draft& draft, const ColumnFacts& facts) {
  int prices = 0, quantities = 0, parts = 0;
  for (const int source : facts.sources) {
    const ColumnFacts* of = draft.column(source);
    if (!of || of == &facts) continue;
    prices += of->kind == ColumnKind::price;
    quantities += of->kind == ColumnKind::quantity || (of->own.has(Term::unit) && of->figures > 0);
    parts += of->kind == ColumnKind::part;
  }
  return quantities > 0 && prices + parts > 0;
}

// "Estimated | Actual | Adults @ | 5 | Estimated | Actual": visitors and what they pay, both under the word for the stage.
bool counts_what_is_priced(const Draft& draft, const ColumnFacts& product, const ColumnFacts& count) {
  const auto shares = [&](Term term) { return product.own.has(term) && count.own.has(term); };
  return std::ranges::any_of(role_terms, shares) && count.all_integers && count.formulas == 0 && !adds_itself_up(draft, count) && product.is_derived_by_formula;
}

// Factors and addends of an amount in the same row are not amounts that could be added to it.
void settle_parts(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    const bool is_share = facts.kind == ColumnKind::percent && (facts.percents > 0 || !facts.own.has(Term::total));  // "Total rate" is a product
    if (is_share || facts.derivation != Derivation::product) continue;
    bool has_source = false, is_helper = false;
    for (const int source : facts.sources) {
      ColumnFacts* part = draft.column(source);
      if (!part || part == &facts || part->derivation == Derivation::sum) continue;
      // "Amount" times a mark, under a header that tells nothing: the amount is what it says.
      const bool is_marked = part->own.has(Term::amount) && !part->own.has(Term::price) && !facts.path.empty() && !tells_money(facts);
      if (part->kind == ColumnKind::amount && (is_marked || (!facts.own.has_any(role_terms) && is_copy(draft, facts, *part)))) {
        is_helper = true;
        break;
      }
      has_source = true;
      if (part->kind == ColumnKind::amount && counts_what_is_priced(draft, facts, *part)) part->kind = ColumnKind::part;
      // "Cost × done = already paid": the cost is an amount of its own.
      const bool is_base = facts.own.has_any(role_terms) && part->own.has_any({Term::expense, Term::revenue, Term::amount});
      if (part->kind == ColumnKind::amount && !is_base && !part->own.has_any(role_terms) && !part->own.has(Term::budget))
        part->kind = ColumnKind::part;
    }
    if (is_helper) facts.kind = ColumnKind::part;
    if (is_helper || !has_source || !is_any(facts, {ColumnKind::price, ColumnKind::quantity, ColumnKind::percent})) continue;
    if (facts.own.has_any({Term::amount, Term::total}) || (facts.kind == ColumnKind::price && multiplies_price(draft, facts)))
      facts.kind = ColumnKind::amount;
  }
}

// "costo al pezzo | =F3*2": what each row takes another number of times is the price of one.
void settle_prices_of_pieces(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    ColumnFacts* part = facts.is_scaled_by_row ? draft.column(facts.scaled_from) : nullptr;
    if (!part || part == &facts || !is_any(*part, {ColumnKind::amount, ColumnKind::price}) || part->period || part->own.has_any(role_terms) ||
        part->own.has(Term::budget) || adds_itself_up(draft, *part))
      continue;
    part->kind = ColumnKind::part;
    if (facts.kind == ColumnKind::price) facts.kind = ColumnKind::amount;
  }
}

// Whether an amount of the row is a product of the cell.
bool multiplies_cell(const Draft& draft, int row, const ColumnFacts& factor) {
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& facts) {
    if (!facts.is_amount() || &facts == &factor) return false;
    const auto formula = draft.grid.formula(row, facts.column);
    if (formula.empty() || !shape_of(formula).multiplies) return false;
    const auto areas = workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot());
    return std::ranges::any_of(areas, [&](const workbook::Area& area) {
      return area.sheet == draft.grid.sheet() && area.top == row && area.bottom == row && area.left == factor.column && area.right == factor.column;
    });
  });
}

// "Indirect cost | =B16*C17 | 0.147": each figure of a column that nothing calls money goes into an amount beside it.
void settle_lone_factors(Draft& draft) {
  constexpr int most_figures = 100;
  for (ColumnFacts& facts : draft.columns) {
    if (!facts.is_amount() || tells_money(facts) || facts.figures == 0 || facts.figures > most_figures || facts.formulas > 0) continue;
    bool all = true;
    for (int row = draft.first(); row <= draft.last() && all; ++row)
      if (draft.grid.is_figure(row, facts.column)) all = multiplies_cell(draft, row, facts);
    if (all) facts.kind = ColumnKind::part;
  }
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

bool shows_currency(const Draft& draft, const ColumnFacts& facts) {
  return std::ranges::any_of(draft.grid.cells().unit, [&](const auto& shown) {
    return shown.first.second == facts.column && shown.first.first >= draft.first() && shown.first.first <= draft.last() &&
           draft.grid.is_figure(shown.first.first, facts.column);
  });
}

// Miles times visits are miles: what is made of numbers of things is one, unless its header speaks of money.
void settle_products_of_counts(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    if (!facts.is_amount() || facts.derivation != Derivation::product || !facts.is_derived_by_formula || facts.sources.size() < 2) continue;
    const bool is_money = facts.own.has_any(role_terms) || facts.own.has_any({Term::budget, Term::amount, Term::price, Term::expense, Term::revenue});
    const bool only_counts = std::ranges::all_of(facts.sources, [&](int source) {
      const ColumnFacts* of = draft.column(source);
      return of && of->kind == ColumnKind::quantity;
    });
    if (!only_counts || is_money) continue;
    if (!shows_currency(draft, facts)) facts.kind = ColumnKind::quantity;
  }
}

// "Month 1 | Month 2 | Quantity = B + C": what is added to a number of things is one.
void settle_addends_of_counts(Draft& draft) {
  for (const ColumnFacts& facts : draft.columns) {
    if (facts.kind != ColumnKind::quantity || facts.derivation != Derivation::sum || !facts.is_derived_by_formula) continue;
    for (const int source : facts.sources) {
      ColumnFacts* addend = draft.column(source);
      if (addend && addend->is_amount() && !shows_currency(draft, *addend)) addend->kind = ColumnKind::quantity;
    }
  }
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
  settle_parts(draft);
  settle_prices_of_pieces(draft);
  settle_lone_factors(draft);
  settle_products_of_counts(draft);
  settle_addends_of_counts(draft);
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
