#include "recognise/ratios.hpp"

#include <algorithm>

#include "recognise/derivation.hpp"

namespace steward::recognise {
namespace {

constexpr int most_looked_at = 200;

// Whether a formula divides by a cell of its own row.
bool divides_in_row(const Draft& draft, int row, std::string_view formula) {
  bool quoted = false;
  for (std::size_t i = 1; i < formula.size(); ++i) {
    if (formula[i] == '"' || formula[i] == '\'') quoted = !quoted;
    if (quoted || formula[i] != '/') continue;
    const auto divisor = workbook::references("=" + std::string(formula.substr(i + 1)), draft.grid.sheet(),
                                              draft.grid.snapshot());
    const bool begins_with_number = i + 1 < formula.size() && formula[i + 1] >= '0' && formula[i + 1] <= '9';
    if (begins_with_number || divisor.empty()) continue;
    const auto& cell = divisor.front();
    if (cell.sheet == draft.grid.sheet() && cell.top == row && cell.bottom == row) return true;
  }
  return false;
}

struct Use {
  int formulas = 0, ratios = 0, sums = 0;
};

Use use_of(const Draft& draft, int column) {
  Use use;
  const int last = std::min(draft.last(), draft.first() + most_looked_at);
  for (int row = draft.first(); row <= last; ++row) {
    const auto formula = draft.grid.formula(row, column);
    if (formula.empty()) continue;
    ++use.formulas;
    use.ratios += divides_in_row(draft, row, formula);
    for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot())) {
      const bool adds_column = shape_of(formula).sums && area.left == column && area.right == column &&
                               area.sheet == draft.grid.sheet() && area.bottom > area.top;
      use.sums += adds_column;
    }
  }
  return use;
}

bool names_amount(const ColumnFacts& facts) {
  if (facts.own.has(Term::total) && !facts.own.has_any({Term::percent, Term::price, Term::quantity})) return true;  // "(pieces / pack) × price + postage"
  return facts.own.has_any({Term::budget, Term::revised, Term::actual, Term::committed, Term::estimate}) ||
         facts.period.has_value();
}

// "=SUM(B2:B9)" elsewhere in the row: what adds up its neighbours, but not this column, knows that it is no amount.
bool has_total_that_divides(const Draft& draft, const ColumnFacts& facts) {
  for (int row = draft.first(); row <= std::min(draft.last(), draft.first() + 4 * most_looked_at); ++row) {
    if (!divides_in_row(draft, row, draft.grid.formula(row, facts.column))) continue;
    for (const auto& other : draft.columns) {
      const auto formula = draft.grid.formula(row, other.column);
      if (other.column == facts.column || !shape_of(formula).sums) continue;
      for (const auto& area : workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot()))
        if (area.left == other.column && area.right == other.column && area.bottom > area.top) return true;
    }
  }
  return false;
}

}  // namespace

void settle_ratios(Draft& draft) {
  for (ColumnFacts& facts : draft.columns) {
    if (!facts.is_amount() || facts.formulas == 0) continue;
    const Use use = use_of(draft, facts.column);
    if (use.sums > 0 || use.ratios * 5 < use.formulas * 3) continue;
    if (has_total_that_divides(draft, facts) || !names_amount(facts)) facts.kind = ColumnKind::percent;
  }
}

}  // namespace steward::recognise
