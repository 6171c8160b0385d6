#include "recognise/apart.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "recognise/derivation.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {
namespace {

bool sums_lines(const Draft& draft, int row) {
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& facts) {
    return facts.is_amount() && vertical_formula(draft, row, facts.column).is_sum();
  });
}

// Whether the formula of another row adds the row up; with `or_set_off`, or takes it away or from it what else it reads.
bool is_summed(const Draft& draft, int row, bool or_set_off = false) {
  constexpr int farthest = 500;
  for (int other = std::max(draft.first(), row - farthest); other <= std::min(draft.last(), row + farthest); ++other) {
    if (other == row) continue;
    for (const auto& facts : draft.columns) {
      if (!facts.is_amount() || !draft.grid.has_formula(other, facts.column)) continue;
      const VerticalFormula formula = vertical_formula(draft, other, facts.column);
      const bool adds = formula.is_sum() || (or_set_off && formula.subtracts && !formula.multiplies && formula.column == facts.column);
      if (adds && std::ranges::any_of(formula.rows, [&](const Stretch& s) { return s.first <= row && row <= s.second; }))
        return true;
    }
  }
  return false;
}

bool is_covered(const Draft& draft, int row, int except = -1) {
  return std::ranges::any_of(draft.totals, [&](const TotalFacts& total) {
    return total.row != except && std::ranges::any_of(total.covers, [&](const Stretch& s) { return row >= s.first && row <= s.second; });
  });
}

// A plain "Total" over all lines above it. "Total expenses" may be followed by income, and closes nothing.
int closing_total(const Draft& draft) {
  int closing = -1;
  for (const TotalFacts& total : draft.totals) {
    const Terms whole = terms_of_whole(total.label);
    if (!whole.has_any({Term::total, Term::grand_total}) || total.only_column >= 0) continue;
    const long above = count_lines(draft, {{draft.first(), total.row - 1}});
    const bool is_last = &total == &draft.totals.back();
    if (above > 0 && count_lines(draft, total.covers) * 10 >= above * (is_last ? 5 : 9)) closing = total.row;
  }
  return closing;
}

// The last balance that has lines above it and a blank row below it.
int closing_balance(const Draft& draft) {
  for (int row = draft.last() - 1; row > draft.first(); --row) {
    if (draft.row(row) != RowKind::balance || draft.row(row + 1) != RowKind::blank) continue;
    if (count_lines(draft, {{draft.first(), row - 1}}) >= 2) return row;
  }
  return -1;
}

// A figure that another line of its column is computed from, while the total counts only the other: gross above net.
void set_bases_apart(Draft& draft) {
  if (draft.totals.empty()) return;
  for (const auto& facts : draft.columns) {
    if (!facts.is_amount() || facts.derivation != Derivation::none || facts.formulas == 0) continue;
    for (int row = draft.first(); row <= draft.last(); ++row) {
      if (draft.row(row) != RowKind::leaf || !draft.grid.has_formula(row, facts.column) || !is_covered(draft, row)) continue;
      const VerticalFormula formula = vertical_formula(draft, row, facts.column);
      if (!formula.multiplies || formula.column != facts.column) continue;
      for (const auto& [top, bottom] : formula.rows) {
        if (top == bottom && draft.row(top) == RowKind::leaf && !is_covered(draft, top)) draft.row(top) = RowKind::trailer;
      }
    }
  }
}

void make_trailer(Draft& draft, int row) {
  std::erase_if(draft.totals, [&](const TotalFacts& total) { return total.row == row; });
  draft.row(row) = RowKind::trailer;
}

// A line, or a total by its name only.
bool is_line_or_called_total(const Draft& draft, int row) {
  if (draft.row(row) == RowKind::leaf) return true;
  const auto total = std::ranges::find(draft.totals, row, &TotalFacts::row);
  return total != draft.totals.end() && total->evidence == Evidence::label;
}

// "Cost per piece: 26.90, pieces: 30, cost: 807": a total taken so many times is no line below it, nor is the number.
void set_multiples_apart(Draft& draft) {
  for (const auto& facts : draft.columns) {
    if (!facts.is_amount() || facts.derivation != Derivation::none || facts.formulas == 0) continue;
    for (int row = draft.first() + 1; row <= draft.last(); ++row) {
      if (!is_line_or_called_total(draft, row) || !draft.grid.has_formula(row, facts.column)) continue;
      const VerticalFormula formula = vertical_formula(draft, row, facts.column);
      if (!formula.multiplies || formula.column != facts.column || formula.rows.size() != 2) continue;
      int total = -1, number = -1;
      for (const auto& [top, bottom] : formula.rows) {
        if (top != bottom) continue;
        if (draft.row(top) == RowKind::total) total = top;
        if (draft.row(top) == RowKind::leaf && top > total && !is_covered(draft, top, row)) number = top;
      }
      if (total < 0 || number < 0 || is_covered(draft, row)) continue;
      make_trailer(draft, row);
      make_trailer(draft, number);
    }
  }
}

// Whether the factor of a product is a share: 15 %, 0.2, of what the other factor is.
bool is_share(const Draft& draft, int row, int column) {
  return draft.grid.kind(row, column) == Kind::percent || std::abs(draft.grid.value(row, column)) <= 1;
}

// The rows that a line multiplies: lines of its own column, or totals by their name only ("Total person-months").
std::vector<int> factors_of(const Draft& draft, int row, int column) {
  const VerticalFormula formula = vertical_formula(draft, row, column);
  std::vector<int> factors;
  if (!formula.multiplies || formula.sums || formula.subtracts || formula.column != column || formula.rows.size() < 2) return {};
  for (const auto& [top, bottom] : formula.rows) {
    const RowKind kind = draft.row(top);
    const bool is_line = kind == RowKind::leaf || (kind == RowKind::total && !sums_lines(draft, top));
    if (top != bottom || !is_line || !draft.grid.is_figure(top, column)) return {};
    factors.push_back(top);
  }
  return factors;
}

// "Person-months, salary per month, staff cost": the product is the line, where the total adds it and neither factor. What
// is a share of an amount leaves the amount as it is.
void set_factors_apart(Draft& draft) {
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (draft.row(row) != RowKind::leaf && draft.row(row) != RowKind::total) continue;
    std::vector<int> factors;
    for (const auto& facts : draft.columns)
      if (facts.is_amount() && factors.empty()) factors = factors_of(draft, row, facts.column);
    const auto covers = [&](int at) { return is_summed(draft, at, true); };
    if (factors.empty() || !covers(row) || std::ranges::any_of(factors, covers)) continue;
    for (const auto& facts : draft.columns) {
      if (!facts.is_amount() || factors_of(draft, row, facts.column) != factors) continue;
      if (std::ranges::any_of(factors, [&](int factor) { return is_share(draft, factor, facts.column); })) factors.clear();
    }
    if (factors.empty()) continue;
    std::erase_if(draft.totals, [&](const TotalFacts& total) { return total.row == row; });
    draft.row(row) = RowKind::leaf;
    for (const int factor : factors) make_trailer(draft, factor);
  }
}

// "Total with VAT" = the total without it * 1.21: what the same lines come to with the tax, and no sum of theirs.
void set_taxed_totals_apart(Draft& draft) {
  for (std::size_t i = 1; i < draft.totals.size(); ++i) {
    const int row = draft.totals[i].row, base = draft.totals[i - 1].row;
    bool is_taxed = false, is_other = false;
    for (const auto& facts : draft.columns) {
      if (!facts.is_amount() || !draft.grid.is_figure(row, facts.column)) continue;
      const VerticalFormula formula = vertical_formula(draft, row, facts.column);
      const bool reads_base = !formula.rows.empty() && std::ranges::all_of(formula.rows, [&](const Stretch& s) { return s == Stretch{base, base}; });
      const bool grows = formula.multiplies && formula.column == facts.column && reads_base &&
                         draft.grid.value(row, facts.column) > draft.grid.value(base, facts.column);
      (grows ? is_taxed : is_other) = true;
    }
    const bool has_lines = count_lines(draft, {{base + 1, row - 1}}) > 0;  // the tax itself, or an overhead
    if (!is_taxed || is_other || has_lines || is_summed(draft, row)) continue;
    make_trailer(draft, row);
    --i;
  }
}

// A percentage on top of a total that leaves out lines is as wrong as the total: neither it nor what adds it up counts.
void set_wrong_surcharges_apart(Draft& draft) {
  for (std::size_t i = 0; i < draft.totals.size(); ++i) {
    const TotalFacts base = draft.totals[i];
    if (base.kind == TotalKind::subtotal && leads_or_ends(base.label, Term::subtotal)) continue;
    const long above = count_lines(draft, {{draft.first(), base.row - 1}}), covered = count_lines(draft, base.covers);
    if (covered == 0 || covered >= above || covered * 2 < above || i == 0) continue;
    for (int row = base.row + 1; row <= draft.last(); ++row) {
      if (draft.row(row) != RowKind::leaf) continue;
      for (const auto& facts : draft.columns) {
        if (!facts.is_amount() || facts.derivation != Derivation::none || !draft.grid.has_formula(row, facts.column))
          continue;
        const VerticalFormula formula = vertical_formula(draft, row, facts.column);
        if (!formula.multiplies || formula.rows != std::vector<Stretch>{{base.row, base.row}}) continue;
        draft.row(row) = RowKind::trailer;
        std::erase_if(draft.totals, [&](const TotalFacts& total) {
          const bool adds_it =
              std::ranges::any_of(total.covers, [&](const Stretch& s) { return row >= s.first && row <= s.second; });
          if (adds_it) draft.row(total.row) = RowKind::balance;
          return adds_it;
        });
        break;
      }
    }
  }
}

// Whether a row has figures, and each passes.
template <class Passes>
bool each_figure(const Draft& draft, int row, const Passes& passes) {
  int figures = 0;
  for (const auto& facts : draft.columns) {
    if (!facts.is_amount() || !draft.grid.is_figure(row, facts.column)) continue;
    ++figures;
    if (!passes(facts.column)) return false;
  }
  return figures > 0;
}

// What a formula reads of one row of its sheet.
std::vector<workbook::Area> read_of_row(const Draft& draft, std::string_view formula, int row) {
  auto areas = workbook::references(formula, draft.grid.sheet(), draft.grid.snapshot());
  std::erase_if(areas, [&](const auto& area) { return area.sheet != draft.grid.sheet() || area.top != row || area.bottom != row; });
  return areas;
}

// "Quote = total / 7" below the total: a share of it, in every column that has a figure.
bool is_share_of_total(const Draft& draft, int row, int total) {
  return each_figure(draft, row, [&](int column) {
    const auto formula = draft.grid.formula(row, column);
    const bool reads_total = formula.find("[#Totals]") != std::string_view::npos || !read_of_row(draft, formula, total).empty();
    return reads_total && formula.find('/') != std::string_view::npos;
  });
}

// "Imbalance = what the accounts hold - total": a difference to the total is a check, no line.
bool is_difference_to_total(const Draft& draft, int row, int total) {
  return each_figure(draft, row, [&](int column) {
    const auto formula = draft.grid.formula(row, column);
    const bool reads_total = std::ranges::any_of(read_of_row(draft, formula, total),
                                                 [&](const auto& area) { return area.left <= column && column <= area.right; });
    const auto shape = shape_of(formula);
    return reads_total && shape.subtracts && !shape.multiplies;
  });
}

// "After the discount = total * 0.95": most of the total once more, in every column that has a figure. A tenth of it is a
// surcharge, and may be a line.
bool restates_total(const Draft& draft, int row, int total) {
  return each_figure(draft, row, [&](int column) {
    const VerticalFormula formula = vertical_formula(draft, row, column);
    const bool reads_total_only = formula.multiplies && formula.column == column && formula.rows == std::vector<Stretch>{{total, total}};
    return reads_total_only && std::abs(draft.grid.value(row, column)) * 2 >= std::abs(draft.grid.value(total, column));
  });
}

// Rows below the last total that no total covers: remarks in figures, not lines of the budget.
void set_trailers_apart(Draft& draft) {
  int closing = closing_total(draft);
  const bool by_balance = closing < 0;
  if (by_balance) closing = closing_balance(draft);
  if (closing < 0) return;
  bool apart = false;
  for (int row = closing + 1; row <= draft.last(); ++row) {
    const RowKind kind = draft.row(row);
    apart |= kind == RowKind::heading || (!by_balance && (kind == RowKind::blank || kind == RowKind::balance));
    if (draft.row(row) != RowKind::leaf || is_covered(draft, row) || is_summed(draft, row)) continue;
    if (apart || (!by_balance && (is_share_of_total(draft, row, closing) || is_difference_to_total(draft, row, closing) || restates_total(draft, row, closing)))) {
      draft.row(row) = RowKind::trailer;
    } else if (!by_balance) {
      draft.below_total.push_back(row);
    }
  }
  draft.closing_row = closing;
  const auto answer = answer_to(draft, "below", closing, draft.block.area.left);
  if (!answer || draft.below_total.empty()) return;
  for (const int row : draft.below_total) draft.row(row) = says_yes(*answer) ? RowKind::leaf : RowKind::trailer;
  draft.below_total.clear();
}

}  // namespace

void set_factors_and_taxed_totals_apart(Draft& draft) {
  set_factors_apart(draft);
  set_taxed_totals_apart(draft);
}

void set_rows_apart(Draft& draft) {
  set_bases_apart(draft);
  set_multiples_apart(draft);
  set_wrong_surcharges_apart(draft);
  set_trailers_apart(draft);
}

}  // namespace steward::recognise
