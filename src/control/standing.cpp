#include "control/standing.hpp"

#include <algorithm>

namespace steward::control {

bool consumes(Stage stage, Accounting accounting) {
  const Stage spending = accounting == Accounting::cash ? Stage::payment : Stage::actual;
  return stage == Stage::precommitment || stage == Stage::commitment || stage == spending;
}

bool Standing::is_budgeted() const {
  return original || !of(Stage::supplement).is_zero() || !of(Stage::transfer_in).is_zero() ||
         !of(Stage::carry_forward).is_zero();
}

Money Standing::revised() const {
  return original.value_or(Money()) + of(Stage::supplement) + of(Stage::transfer_in) - of(Stage::transfer_out) +
         of(Stage::carry_forward);
}

Money Standing::consumed(Accounting accounting) const {
  return of(Stage::precommitment) + of(Stage::commitment) +
         of(accounting == Accounting::cash ? Stage::payment : Stage::actual);
}

Standing& Standing::operator+=(const Standing& other) {
  if (other.original) original = original.value_or(Money()) + *other.original;
  for (std::size_t i = 0; i < stage_count; ++i) by_stage[i] += other.by_stage[i];
  awaiting += other.awaiting;
  unproven += other.unproven;
  return *this;
}

void Standings::add(LineNumber line, PeriodNumber period, Stage stage, Money amount, bool is_unproven) {
  const auto count = [&](Standing& standing) {
    standing.of(stage) += amount;
    if (is_unproven) standing.unproven += amount;
  };
  count(lines_[line][period]);
  if (sums_[line].window.contains(period)) count(sums_[line].standing);
}

Standing Standings::over(LineNumber line, Window window) const {
  auto& [known, sum] = sums_[line];
  if (known == window) return sum;
  known = window;
  sum = Standing();
  const auto& periods = lines_[line];
  for (auto entry = periods.lower_bound(window.first); entry != periods.end() && entry->first <= window.last; ++entry)
    sum += entry->second;
  return sum;
}

std::vector<PeriodNumber> Standings::with_consumption(LineNumber line, Window window, Accounting accounting) const {
  std::vector<PeriodNumber> found;
  const auto& periods = lines_[line];
  for (auto entry = periods.lower_bound(window.first); entry != periods.end() && entry->first <= window.last; ++entry) {
    if (!entry->second.consumed(accounting).is_zero()) found.push_back(entry->first);
  }
  return found;
}

const std::vector<LineNumber>& Standings::recoveries() const {
  if (recoveries_) return *recoveries_;
  recoveries_.emplace();
  const auto is_negative = [](const auto& one) { return one.second.original && *one.second.original < Money(); };
  for (LineNumber line = 0; line < lines_.size(); ++line)
    if (std::ranges::any_of(lines_[line], is_negative)) recoveries_->push_back(line);
  return *recoveries_;
}

std::optional<Window> Standings::horizon() const {
  std::optional<Window> horizon;
  for (const auto& periods : lines_) {
    if (periods.empty()) continue;
    const Window own{periods.begin()->first, periods.rbegin()->first};
    horizon = horizon ? Window{std::min(horizon->first, own.first), std::max(horizon->last, own.last)} : own;
  }
  return horizon;
}

}  // namespace steward::control
