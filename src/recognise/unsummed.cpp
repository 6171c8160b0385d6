#include "recognise/unsummed.hpp"

#include <algorithm>

#include "recognise/measures.hpp"

namespace steward::recognise {
namespace {

using workbook::Area;

constexpr std::size_t most_cells = 200'000;  // of a sheet that is searched for formulas

// Whether any formula of a sheet reads more than one line of the column.
bool is_read_down_on(const Draft& draft, int column, int sheet) {
  const auto& snapshot = draft.grid.snapshot();
  const workbook::Sheet& cells = snapshot.sheets[static_cast<std::size_t>(sheet)];
  if (static_cast<std::size_t>(cells.rows()) * static_cast<std::size_t>(cells.columns()) > most_cells) return true;
  for (int at = 0; at < cells.columns(); ++at) {
    for (int row = 0; row < cells.rows(); ++row) {
      const auto formula = cells.formula(row, at);
      if (formula.empty()) continue;
      int lines = 0;
      for (const Area& area : workbook::references(formula, sheet, snapshot)) {
        if (area.sheet != draft.grid.sheet() || area.left > column || area.right < column) continue;
        lines += std::min(area.bottom, draft.last()) - std::max(area.top, draft.first()) + 1 > 0 ? area.rows() : 0;
      }
      if (lines > 1) return true;
    }
  }
  return false;
}

bool is_read_down(const Draft& draft, int column) {
  const int sheets = static_cast<int>(draft.grid.snapshot().sheets.size());
  for (int sheet = 0; sheet < sheets; ++sheet)
    if (is_read_down_on(draft, column, sheet)) return true;
  return false;
}

// Each line of the column is a line of the other as well: it says something more about it.
bool accompanies(const Draft& draft, const AmountColumn& column, const AmountColumn& other) {
  int lines = 0, shared = 0;
  for (const Leaf& leaf : draft.table.leaves) {
    if (!counts(column, leaf) || !draft.grid.is_figure(leaf.row, column.column)) continue;
    ++lines;
    shared += draft.grid.is_figure(leaf.row, other.column);
  }
  return lines > 0 && shared * 10 >= lines * 9;
}

bool is_product_of_price(const Draft& draft, const ColumnFacts& facts) {
  return facts.derivation == Derivation::product && std::ranges::any_of(facts.sources, [&](int source) {
    const ColumnFacts* of = draft.column(source);
    return of && of->kind == ColumnKind::price;
  });
}

// Whether an amount column adds the column to others or sets it off.
bool goes_into_sum_of_row(const Draft& draft, int column) {
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& facts) {
    const bool adds = facts.derivation == Derivation::sum || facts.derivation == Derivation::difference;
    return adds && facts.is_amount() && std::ranges::find(facts.sources, column) != facts.sources.end();
  });
}

// Whether the other column is what the budget is for certain, and leaves this one out.
bool leaves_out(const Draft& draft, const AmountColumn& other, const AmountColumn& column) {
  constexpr std::size_t fewest_lines = 2;
  const ColumnFacts& facts = *draft.column(other.column);
  if (other.column == column.column || other.lines < fewest_lines || !other.total || other.question || !accompanies(draft, column, other)) return false;
  if (std::ranges::find(facts.sources, column.column) != facts.sources.end() || facts.scaled_from == column.column) return false;  // a part of it
  const ColumnFacts& own = *draft.column(column.column);
  const auto spans = [&](const ColumnFacts& of) {
    return std::ranges::count_if(draft.columns, [&](const ColumnFacts& any) { return any.path.size() >= 2 && any.path.front() == of.path.front(); }) >= 2;
  };
  const bool have_banners = own.path.size() >= 2 && facts.path.size() >= 2 && own.path.front() != facts.path.front() && spans(own) && spans(facts);
  if (have_banners) return false;  // two tables, one beside the other
  const bool is_stated = other.foots.value_or(false) && other.stated_row >= 0 && draft.grid.has_formula(other.stated_row, other.column) &&
                         draft.grid.is_blank(other.stated_row, column.column);
  return is_stated || (is_product_of_price(draft, facts) && !other.stated_total);
}

}  // namespace

bool is_unsummed_beside_amount(const Draft& draft, const AmountColumn& column) {
  static constexpr std::initializer_list<Term> telling = {Term::budget, Term::revenue, Term::total,   Term::grand_total, Term::cumulative, Term::version,
                                                   Term::ideal,  Term::prior,   Term::current, Term::scenario,    Term::subtotal,   Term::balance};
  const ColumnFacts& facts = *draft.column(column.column);
  if (column.stated_total || column.lines == 0 || column.is_derived || column.question || facts.path.empty() || facts.derivation != Derivation::none) return false;
  if (facts.all.has_any(role_terms) || facts.all.has_any(telling) || facts.period || column.year_label.size() > 0) return false;
  const auto is_certain = [&](const AmountColumn& other) { return leaves_out(draft, other, column); };
  return std::ranges::any_of(draft.table.columns, is_certain) && !goes_into_sum_of_row(draft, column.column) && !is_read_down(draft, column.column);
}

}  // namespace steward::recognise
