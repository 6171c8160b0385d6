#include "recognise/proof.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "recognise/column_proof.hpp"
#include "recognise/evidence.hpp"
#include "recognise/exact_sum.hpp"
#include "recognise/gathering.hpp"

namespace steward::recognise {
namespace {

// A column that nothing heads, and of which a formula of the sheet adds up every figure: there is no need to ask.
void settle_by_sum(Draft& draft, AmountColumn& column, const std::vector<Sum>& sums) {
  const Grid& grid = draft.grid;
  if (!column.question || column.question->kind != QuestionKind::role || !column.path.empty() || column.lines < 2 || column.slice >= 0) return;
  ExactSum lines(draft.options.decimals);
  for (const Leaf& leaf : draft.table.leaves)
    if (grid.is_figure(leaf.row, column.column)) lines.add(grid.value(leaf.row, column.column));
  for (const Sum& sum : sums) {
    const bool is_all = !sum.subtracts && sum.areas.size() == 1 && sum.areas.front().sheet == grid.sheet() && sum.areas.front().left == column.column &&
                        sum.areas.front().right == column.column && sum.areas.front().top <= column.first_row && column.last_row <= sum.areas.front().bottom;
    const auto told = Money::from(grid.value(sum.row, sum.column), draft.options.decimals);
    if (!is_all || lines.too_large() || !told || told.value() != lines.money()) continue;
    column.question.reset();
    column.total = column.stated_total = told.value();
    column.stated_row = sum.row;
    column.foots = true;
    column.confidence = 0.95;
    return;
  }
}

// Of a column of noughts it need not be asked what it holds: it adds nothing.
void settle_noughts(Draft& draft, AmountColumn& column) {
  if (!column.question || column.question->kind != QuestionKind::role || column.path.empty() || column.lines == 0) return;
  const auto is_nought = [&](const Leaf& leaf) {
    return !counts(column, leaf) || !draft.grid.is_figure(leaf.row, column.column) || draft.grid.value(leaf.row, column.column) == 0;
  };
  if (!std::ranges::all_of(draft.table.leaves, is_nought)) return;
  column.question.reset();
  column.total = Money();
  column.role = AmountRole::other;
}

// The rows of tables that are too long to be proven: their formulas are not read once more.
std::vector<bool> rows_of_lists(const Grid& grid, const std::vector<Draft*>& drafts) {
  std::vector<bool> rows(static_cast<std::size_t>(grid.rows()));
  for (const Draft* draft : drafts) {
    if (draft->table.leaves.size() <= most_proven_lines) continue;
    for (int row = draft->first(); row <= draft->last(); ++row) rows[static_cast<std::size_t>(row)] = true;
  }
  return rows;
}

std::vector<Unread> prove_sheet(const std::vector<Draft*>& drafts) {
  const Grid& grid = drafts.front()->grid;
  const Accounts accounts(grid, {drafts.begin(), drafts.end()});
  auto sums = sums_of(grid, rows_of_lists(grid, drafts));
  note_left_out(grid, accounts, sums);
  const auto unread = unread_figures(grid, accounts, sums);
  for (Draft* draft : drafts) {
    for (AmountColumn& column : draft->table.columns) {
      const ColumnFacts* facts = draft->column(column.column);
      settle_by_sum(*draft, column, sums);
      settle_noughts(*draft, column);
      if (column.question || !column.total || facts->is_running) continue;
      ColumnProof(*draft, column, accounts, sums).examine();
      if (!column.question) continue;
      column.total.reset();
      column.foots.reset();
      column.confidence = std::min(column.confidence, 0.4);
    }
    ask_evidence(*draft);
  }
  return unread;
}

}  // namespace

std::vector<Unread> prove(const std::vector<Draft*>& drafts) {
  std::map<int, std::vector<Draft*>> sheets;
  for (Draft* draft : drafts) sheets[draft->grid.sheet()].push_back(draft);
  std::vector<Unread> unread;
  for (const auto& [sheet, of_sheet] : sheets)
    for (Unread& figures : prove_sheet(of_sheet)) unread.push_back(std::move(figures));
  gather_questions(drafts);
  return unread;
}

void set_answered_rows_apart(Draft& draft) {
  for (const auto& [key, answer] : draft.options.answers) {
    const auto mark = key.find('@');
    if (!key.starts_with(apart_kind) || mark == std::string::npos || says_yes(answer)) continue;
    const int rows = std::atoi(key.c_str() + apart_kind.size());
    for (const auto& area : workbook::references("=" + key.substr(mark + 1), draft.grid.sheet(), draft.grid.snapshot())) {
      if (area.sheet != draft.grid.sheet() || !draft.column(area.left)) continue;
      for (int row = std::max(area.top, draft.first()); row <= std::min(area.top + rows - 1, draft.last()); ++row)
        if (draft.row(row) == RowKind::leaf) draft.row(row) = RowKind::trailer;
    }
  }
}

}  // namespace steward::recognise
