#include "recognise/spread_headers.hpp"

#include <algorithm>

namespace steward::recognise {
namespace {

constexpr int fewest_rows = 3;  // that must agree before a column is taken for the sum of the others

// Whether the column repeats the period of the merged header that begins before it, and both hold figures.
bool repeats_header(const Draft& draft, const ColumnFacts& facts) {
  if (!facts.is_amount() || !facts.period || facts.figures == 0 || facts.derivation == Derivation::sum) return false;
  const ColumnFacts* before = draft.column(facts.column - 1);
  return before && before->is_amount() && before->path == facts.path && before->figures > 0;
}

bool adds_up(const Draft& draft, int first, int last, int total) {
  int agreeing = 0, telling = 0;
  for (int row = draft.first(); row <= draft.last(); ++row) {
    if (!draft.grid.is_figure(row, total)) continue;
    double sum = 0;
    for (int column = first; column <= last; ++column)
      if (draft.grid.is_figure(row, column)) sum += draft.grid.value(row, column);
    const double value = draft.grid.value(row, total);
    telling += value != 0;
    agreeing += value != 0 && same_amount(sum, value);
  }
  return agreeing >= fewest_rows && agreeing * 5 >= telling * 4;
}

void take_in_order(Draft& draft, const SpreadHeaders& spread, bool has_total) {
  std::size_t name = 0;
  for (ColumnFacts& facts : draft.columns) {
    if (facts.column < spread.first) continue;
    const bool is_named = facts.column < spread.first + spread.run - has_total && name < spread.names.size();
    if (is_named) {
      facts.path = spread.names[name].first;
      facts.period = spread.names[name++].second;
      facts.is_header_moved = true;
      continue;
    }
    const bool is_total = has_total && facts.column == spread.first + spread.run - 1;
    if (!is_total && facts.figures > 0) continue;
    facts.path.clear();
    facts.period.reset();
    facts.own = facts.all = {};
    if (!is_total) facts.kind = ColumnKind::blank;
    if (!is_total) continue;
    facts.derivation = Derivation::sum;
    facts.sources.clear();
    for (int column = spread.first; column < facts.column; ++column) facts.sources.push_back(column);
    facts.signs.assign(facts.sources.size(), 1);
  }
}

}  // namespace

std::optional<SpreadHeaders> spread_headers(const Draft& draft) {
  SpreadHeaders spread;
  for (const auto& facts : draft.columns) {
    if (!repeats_header(draft, facts)) continue;
    if (spread.first < 0) spread.first = facts.column - 1;
    spread.last = facts.column;
  }
  if (spread.first < 0) return std::nullopt;
  bool goes_on = true;
  for (const auto& facts : draft.columns) {
    if (facts.column < spread.first) continue;
    goes_on &= facts.is_amount() && facts.figures > 0;
    spread.run += goes_on;
    if (facts.period && (spread.names.empty() || spread.names.back().first != facts.path))
      spread.names.emplace_back(facts.path, *facts.period);
  }
  return spread;
}

void settle_spread_headers(Draft& draft) {
  const auto spread = spread_headers(draft);
  if (!spread) return;
  const int names = static_cast<int>(spread->names.size());
  const bool has_total = spread->run == names + 1 &&
                         adds_up(draft, spread->first, spread->first + names - 1, spread->first + names);
  const bool is_certain = names >= 4 && (spread->run == names || has_total);
  const bool is_answered = answer_to(draft, "periods", draft.block.area.top, spread->first).has_value();
  if (is_certain || is_answered) take_in_order(draft, *spread, has_total);
}

}  // namespace steward::recognise
