#include "recognise/strangers.hpp"

#include <algorithm>

#include "recognise/doubts.hpp"
#include "words/phrases/doubts.gen.hpp"

namespace steward::recognise {
namespace {

constexpr std::size_t most_unnamed = 12;  // lines of figures that nothing heads: more of them are a list of something

// An amount column of which nothing is doubted, and that its header, its total or its currency shows to be money.
bool is_certain(const Candidate& candidate) {
  if (candidate.is_stranger) return false;
  return std::ranges::any_of(candidate.table.columns, [](const AmountColumn& column) {
    return column.total && !column.question && column.lines >= 2 && (!column.path.empty() || column.stated_total || !column.unit.empty());
  });
}

// "Income" among hours and days: a line that names what is received or spent is money, whatever stands around it.
bool has_line_of_money(const Draft& draft) {
  return std::ranges::any_of(draft.table.leaves, [&](const Leaf& leaf) {
    if (!terms_in(label_of(draft, leaf.row)).has_any({Term::revenue, Term::expense})) return false;
    return std::ranges::any_of(draft.table.columns, [&](const AmountColumn& column) {
      return draft.grid.is_figure(leaf.row, column.column) && !draft.grid.has_formula(leaf.row, column.column);
    });
  });
}

}  // namespace

bool says_nothing_of_money(const Draft& draft) {
  if (has_line_of_money(draft)) return false;
  bool any = false;
  for (const AmountColumn& column : draft.table.columns) {
    if (column.lines == 0) continue;
    any = true;
    const ColumnFacts* facts = draft.column(column.column);
    const bool is_role_asked = column.question && column.question->kind == QuestionKind::role && !facts->is_price_or_sum;
    const bool is_unnamed = facts->path.empty() && column.unit.empty() && !column.nature && draft.table.leaves.size() <= most_unnamed;
    if (!is_role_asked || column.stated_total || !(is_unnamed || tells_nothing_of_money(draft, column))) return false;
  }
  return any;
}

void drop_strangers(const workbook::Snapshot& snapshot, std::vector<Candidate>& candidates, std::vector<Finding>& findings) {
  if (std::ranges::none_of(candidates, is_certain)) return;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    if (!candidate.is_stranger) return false;
    const workbook::Area& area = candidate.table.area;
    findings.push_back({FindingKind::unreadable, {area.sheet, area.top, area.left}, {}, {}, phrase::found_stranger, {workbook::address(snapshot, area)}});
    return true;
  });
}

}  // namespace steward::recognise
