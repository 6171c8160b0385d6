#include "recognise/reading.hpp"

#include <algorithm>
#include <utility>

#include "recognise/strangers.hpp"

namespace steward::recognise {
namespace {

constexpr std::initializer_list<Term> money_terms = {Term::budget,  Term::revised,   Term::actual,    Term::committed,
                                                     Term::paid,    Term::collected, Term::estimate,  Term::variance,
                                                     Term::amount,  Term::total,     Term::price,     Term::ideal,
                                                     Term::revenue,   Term::expense,   Term::cumulative, Term::subtotal};

// Figures with labels beside them, and something that says they are amounts: a header, a total, or enough lines.
bool is_budget(const Draft& draft) {
  const BudgetTable& table = draft.table;
  if (table.columns.empty()) return false;
  const auto has_labels = [&] {
    return std::ranges::any_of(draft.columns, [&](const ColumnFacts& facts) {
      const bool names = facts.kind == ColumnKind::dimension || facts.kind == ColumnKind::period;
      return names && (facts.words + facts.digits + facts.dates + facts.figures > 0 ||
                       (table.leaves.empty() && !facts.path.empty()));
    });
  };
  if (!has_labels()) return false;
  const bool headings = std::ranges::find(draft.rows, RowKind::heading) != draft.rows.end();
  if (table.leaves.empty() && !draft.rows.empty() && !headings) return false;
  const bool says_money = std::ranges::any_of(draft.columns, [](const ColumnFacts& facts) {
    return facts.is_amount() && (facts.own.has_any(money_terms) || facts.period);
  });
  return says_money || !table.totals.empty() || table.leaves.size() >= (draft.block.header_rows.empty() ? 2u : 3u);
}

}  // namespace

std::optional<Candidate> read_table(Grid& grid, Block block, const Options& options) {
  auto reading = std::make_unique<Draft>(grid, options, std::move(block));
  Draft& draft = *reading;
  draft.table.area = draft.block.area;
  draft.table.title = draft.block.title;
  draft.table.header_rows = draft.block.header_rows;
  read_columns(draft);
  if (std::ranges::none_of(draft.columns, &ColumnFacts::is_amount)) return std::nullopt;
  read_rows(draft);
  read_lines(draft);
  read_figures(draft);
  if (!is_budget(draft)) return std::nullopt;
  find_errors(draft);
  ask_questions(draft);
  draft.table.confidence = 1;
  for (const auto& column : draft.table.columns)
    draft.table.confidence = std::min(draft.table.confidence, column.confidence);
  const bool has_headers =
      std::ranges::any_of(draft.table.columns, [](const AmountColumn& c) { return !c.path.empty() && c.lines > 0; });
  const bool is_empty = draft.table.leaves.empty(), is_stranger = says_nothing_of_money(draft);
  Candidate candidate{std::move(draft.table), has_headers || is_empty, {}, is_stranger, {}};
  for (const auto& facts : draft.columns) {
    const bool is_measure =
        facts.kind == ColumnKind::quantity || facts.kind == ColumnKind::price || facts.kind == ColumnKind::part;
    if (is_measure) candidate.measures.push_back(facts.column);
  }
  candidate.reading = std::move(reading);
  return candidate;
}

}  // namespace steward::recognise
