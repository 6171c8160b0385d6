#include "recognise/group_heads.hpp"

#include <algorithm>
#include <set>

#include "recognise/levels.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_lines = 3000, most_totals = 60;

using Amounts = std::vector<double>;  // of each plain column

Amounts amounts_in(const Draft& draft, int row, const std::vector<int>& columns) {
  Amounts amounts;
  for (const int column : columns)
    amounts.push_back(draft.grid.is_figure(row, column) ? draft.grid.value(row, column) : 0);
  return amounts;
}

void add(Amounts& sum, const Amounts& more) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

bool same(const Amounts& a, const Amounts& b) {
  return std::ranges::equal(a, b, same_amount);
}

bool is_zero(const Amounts& amounts) {
  return std::ranges::all_of(amounts, [](double amount) { return amount == 0; });
}

std::vector<int> lines_of(const Draft& draft) {
  std::vector<int> rows;
  for (int row = draft.first(); row <= draft.last(); ++row)
    if (draft.row(row) == RowKind::leaf) rows.push_back(row);
  return rows;
}

// Where the group ends that a line is the sum of; the line itself where there is none. One child alone may be chance.
std::size_t end_of_group(const std::vector<Amounts>& lines, std::size_t head) {
  constexpr std::size_t most_in_group = 200;
  Amounts sum(lines[head].size());
  if (is_zero(lines[head])) return head;
  for (std::size_t at = head + 1; at < std::min(lines.size(), head + most_in_group); ++at) {
    add(sum, lines[at]);
    if (at > head + 1 && same(sum, lines[head])) return at;
  }
  return head;
}

// First and last row of each group, its head first, and what remains once heads are not counted.
std::vector<Stretch> groups_of(const Draft& draft, const std::vector<int>& rows, const std::vector<int>& columns,
                               Amounts& sum) {
  std::vector<Amounts> lines;
  for (const int row : rows) lines.push_back(amounts_in(draft, row, columns));
  std::vector<Stretch> groups;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::size_t last = end_of_group(lines, at);
    if (last == at) {
      add(sum, lines[at]);
      continue;
    }
    groups.emplace_back(rows[at], rows[last]);
    for (std::size_t i = at + 1; i <= last; ++i) add(sum, lines[i]);
    at = last;
  }
  return groups;
}

}  // namespace

void find_group_heads(Draft& draft) {
  const auto columns = plain_columns(draft);
  const auto rows = lines_of(draft);
  if (draft.totals.size() != 1 || columns.empty() || rows.size() < 4 || rows.size() > most_lines) return;
  const Amounts total = amounts_in(draft, draft.totals.front().row, columns);
  Amounts all(columns.size()), sum(columns.size());
  if (is_zero(total)) return;
  for (const int row : rows) add(all, amounts_in(draft, row, columns));
  if (same(all, total)) return;
  const auto groups = groups_of(draft, rows, columns, sum);
  if (!same(sum, total)) return;
  for (std::size_t i = groups.size(); i-- > 0;) {
    const auto [head, last] = groups[i];
    make_total(draft, head, Evidence::arithmetic, {{head + 1, last}}).covers_by_formula = true;
  }
  if (!groups.empty()) draft.totals.back().covers.clear();
}

namespace {

// Whether every figure of the row is taken from elsewhere, and from no row of the table.
bool is_taken_from_elsewhere(const Draft& draft, int row, const std::vector<int>& columns) {
  int figures = 0;
  for (const int column : columns) {
    if (!draft.grid.is_figure(row, column)) continue;
    ++figures;
    const auto areas = workbook::references(draft.grid.formula(row, column), draft.grid.sheet(), draft.grid.snapshot());
    const bool is_inside = std::ranges::any_of(areas, [&](const workbook::Area& area) {
      return area.sheet == draft.grid.sheet() && area.bottom >= draft.first() && area.top <= draft.last() &&
             area.left <= draft.block.area.right && area.right >= draft.block.area.left;
    });
    if (areas.empty() || is_inside) return false;
  }
  return figures > 0;
}

// The rows that the sums of a column begin with: "SUM(C26:C28)" begins with row 26.
std::set<int> beginnings_of_sums(const Draft& draft, const std::vector<int>& columns) {
  std::set<int> rows;
  for (int row = draft.first(); row <= draft.last(); ++row) {
    for (const int column : columns) {
      if (!draft.grid.has_formula(row, column)) continue;
      const VerticalFormula formula = vertical_formula(draft, row, column);
      if (formula.is_sum() && formula.rows.size() == 1) rows.insert(formula.rows.front().first);
    }
  }
  return rows;
}

}  // namespace

void find_carried_sums(Draft& draft) {
  constexpr int most_rows = 2000;
  const auto columns = plain_columns(draft);
  if (columns.empty() || draft.last() - draft.first() > most_rows || draft.totals.empty()) return;
  const auto beginnings = beginnings_of_sums(draft, columns);
  for (const int row : beginnings) {
    if (draft.row(row) != RowKind::leaf || !is_taken_from_elsewhere(draft, row, columns)) continue;
    const Amounts own = amounts_in(draft, row, columns);
    Amounts sum(columns.size());
    int lines = 0, from = row;
    while (from > draft.first() && draft.row(from - 1) == RowKind::leaf && !(lines >= 2 && same(sum, own))) {
      add(sum, amounts_in(draft, --from, columns));
      ++lines;
    }
    if (lines >= 2 && same(sum, own) && !is_zero(own)) make_total(draft, row, Evidence::arithmetic, {{from, row - 1}}).covers_by_formula = true;
  }
}

namespace {

// A line that is nothing but the line right below it, in every column that has a figure.
bool repeats_next(const Draft& draft, int row, const std::vector<int>& columns) {
  if (row + 1 > draft.last() || draft.row(row) != RowKind::leaf || draft.row(row + 1) != RowKind::leaf) return false;
  int figures = 0;
  for (const int column : columns) {
    if (!draft.grid.is_figure(row, column)) continue;
    ++figures;
    const VerticalFormula formula = vertical_formula(draft, row, column);
    if (formula.is_sum() && formula.column >= 0 && formula.column != column) continue;  // states another column
    if (!formula.is_sum() || formula.rows != std::vector<Stretch>{{row + 1, row + 1}} ||
        !same_amount(draft.grid.value(row, column), draft.grid.value(row + 1, column)))
      return false;
  }
  return figures > 0;
}

// "01.01" over "01.01.01": the key of the line below goes on where that of the head ends.
bool is_code_under(const Draft& draft, int row) {
  return std::ranges::any_of(draft.columns, [&](const ColumnFacts& facts) {
    if (facts.kind != ColumnKind::dimension) return false;
    const auto head = draft.grid.text(row, facts.column), member = draft.grid.text(row + 1, facts.column);
    const auto code = head.substr(0, head.find_first_not_of("0123456789."));
    return !code.empty() && member.starts_with(code) && member.size() > code.size() &&
           (member[code.size()] == '.' || code.ends_with('.'));
  });
}

// Sums of the lines below them: "=SUM(E12:E15)" in the row above row 12.
bool has_heads(const Draft& draft, const std::vector<int>& columns) {
  for (const TotalFacts& total : draft.totals) {
    for (const int column : columns) {
      const VerticalFormula formula = vertical_formula(draft, total.row, column);
      if (formula.sums && formula.is_sum() && formula.column == column && formula.rows.front().first == total.row + 1) return true;
    }
  }
  return false;
}

}  // namespace

void find_heads_of_one(Draft& draft) {
  constexpr int most_rows = 5000;
  const auto columns = plain_columns(draft);
  if (columns.empty() || draft.last() - draft.first() > most_rows) return;
  const bool others_are_heads = has_heads(draft, columns);
  for (int row = draft.first(); row < draft.last(); ++row) {
    if (repeats_next(draft, row, columns) && (others_are_heads || is_code_under(draft, row)))
      make_total(draft, row, Evidence::formula, {{row + 1, row + 1}}).covers_by_formula = true;
  }
}

void find_differences(Draft& draft) {
  const auto columns = plain_columns(draft);
  if (draft.totals.size() < 2 || draft.totals.size() > most_totals || columns.empty()) return;
  for (int row = draft.totals[1].row + 1; row <= draft.last(); ++row) {
    if (draft.row(row) != RowKind::leaf) continue;
    const Amounts own = amounts_in(draft, row, columns);
    const auto telling = std::ranges::count_if(own, [](double amount) { return amount != 0; });
    // One figure alone may be a difference by chance.
    const bool is_named = leads_or_ends(label_of(draft, row), Term::balance);
    if (telling == 0 || (telling == 1 && !is_named)) continue;
    for (const TotalFacts& a : draft.totals) {
      // What a total above its lines leaves after one of its groups is the last of its lines.
      if (!is_named && count_lines(draft, {{draft.first(), a.row}}) == 0) continue;
      for (const TotalFacts& b : draft.totals) {
        if (&a == &b || a.row > row || b.row > row) continue;
        Amounts sum = amounts_in(draft, b.row, columns);
        if (is_zero(sum)) continue;
        add(sum, own);
        if (same(sum, amounts_in(draft, a.row, columns))) draft.row(row) = RowKind::balance;
      }
    }
  }
}

}  // namespace steward::recognise
