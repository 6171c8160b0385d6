#include "recognise/factors.hpp"

#include <algorithm>
#include <cmath>

#include "recognise/derivation.hpp"
#include "recognise/measures.hpp"

namespace steward::recognise {
namespace {

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

}  // namespace

bool is_any(const ColumnFacts& facts, std::initializer_list<ColumnKind> kinds) {
  return std::ranges::find(kinds, facts.kind) != kinds.end();
}

bool tells_money(const ColumnFacts& facts) {
  return facts.own.has_any(amount_terms) ||
         facts.own.has_any({Term::expense, Term::revenue, Term::price, Term::version, Term::scenario}) || facts.period;
}

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

bool shows_currency(const Draft& draft, const ColumnFacts& facts) {
  return std::ranges::any_of(draft.grid.cells().unit, [&](const auto& shown) {
    return shown.first.second == facts.column && shown.first.first >= draft.first() && shown.first.first <= draft.last() &&
           draft.grid.is_figure(shown.first.first, facts.column);
  });
}

void settle_factors(Draft& draft) {
  settle_parts(draft);
  settle_prices_of_pieces(draft);
  settle_lone_factors(draft);
  settle_products_of_counts(draft);
  settle_addends_of_counts(draft);
}

}  // namespace steward::recognise
