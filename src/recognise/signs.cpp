#include "recognise/signs.hpp"

#include <vector>

namespace steward::recognise {
namespace {

struct Count {
  int positive = 0, negative = 0;
  void add(double value) {
    positive += value > 0;
    negative += value < 0;
  }
};

bool is_plain(const ColumnFacts& facts) {
  return facts.is_amount() && facts.derivation == Derivation::none && !facts.own.has(Term::variance) &&
         !facts.is_running;
}

double sum_across(const Draft& draft, int row) {
  double sum = 0;
  for (const auto& facts : draft.columns)
    if (is_plain(facts) && draft.grid.is_figure(row, facts.column)) sum += draft.grid.value(row, facts.column);
  return sum;
}

// Lines of one nature that are negative nearly all: their sign says the nature, not the amount.
bool is_turned(const Slice& slice, const Count& count) {
  if (count.negative == 0) return false;
  if (slice.nature == Nature::expense || slice.nature == Nature::revenue)
    return count.positive == 0 || (count.negative >= 6 && count.negative >= count.positive * 4);
  return !slice.nature && count.positive == 0 && count.negative >= 2;
}

}  // namespace

std::optional<bool> expenses_are_negative(const Draft& draft) {
  const auto answer = answer_to(draft, "sign", draft.block.area.top, draft.block.area.left);
  return answer ? std::optional(says_yes(*answer)) : std::nullopt;
}

Nature nature_by_sign(const Draft& draft, int row) {
  return sum_across(draft, row) < 0 ? Nature::expense : Nature::revenue;
}

void settle_signs(Draft& draft) {
  const auto answer = expenses_are_negative(draft);
  std::vector<Count> counts(draft.table.slices.size());
  for (const auto& facts : draft.columns) {
    if (!is_plain(facts)) continue;
    for (const Leaf& leaf : draft.table.leaves)
      if (draft.grid.is_figure(leaf.row, facts.column))
        counts[static_cast<std::size_t>(leaf.slice)].add(draft.grid.value(leaf.row, facts.column));
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    Slice& slice = draft.table.slices[i];
    const bool is_answered_expense = answer == true && slice.nature == Nature::expense;
    if (is_answered_expense || (answer != false && is_turned(slice, counts[i]))) slice.sign = -1;
  }
}

}  // namespace steward::recognise
