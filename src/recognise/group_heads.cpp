#include "recognise/group_heads.hpp"

#include <algorithm>

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
    TotalFacts head;
    head.row = groups[i].first;
    head.evidence = Evidence::arithmetic;
    head.label = std::string(label_of(draft, head.row));
    head.covers = {{groups[i].first + 1, groups[i].second}};
    head.covers_by_formula = true;
    draft.row(head.row) = RowKind::total;
    draft.totals.insert(draft.totals.begin(), std::move(head));
  }
  if (!groups.empty()) draft.totals.back().covers.clear();
}

void find_differences(Draft& draft) {
  const auto columns = plain_columns(draft);
  if (draft.totals.size() < 2 || draft.totals.size() > most_totals || columns.empty()) return;
  for (int row = draft.totals[1].row + 1; row <= draft.last(); ++row) {
    if (draft.row(row) != RowKind::leaf) continue;
    const Amounts own = amounts_in(draft, row, columns);
    const auto telling = std::ranges::count_if(own, [](double amount) { return amount != 0; });
    // One figure alone may be a difference by chance.
    if (telling == 0 || (telling == 1 && !leads_or_ends(label_of(draft, row), Term::balance))) continue;
    for (const TotalFacts& a : draft.totals) {
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
