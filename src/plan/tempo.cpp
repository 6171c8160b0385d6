#include "plan/tempo.hpp"

#include <algorithm>

#include "control/levels.hpp"
#include "control/tempo.hpp"
#include "numeral.hpp"
#include "words/phrases/checking.gen.hpp"

namespace steward::plan {
namespace {

constexpr double slow = 0.5;

// Per cent with one decimal, cut off: a shortfall is never shown smaller than it is.
std::string percent(double share) { return numeral(static_cast<int>(share * 1000 + 1e-9) / 10.0); }

}  // namespace

std::optional<Money> phased_to(ControlBook& control, control::LineNumber line, Date as_of) {
  const auto now = control.timeline().number_of(as_of);
  if (!now) return std::nullopt;
  const auto first = control.timeline().year(now.value()).first;
  const auto& standings = control.standings();
  if (!standings.over(line, {first, now.value()}).is_budgeted()) return std::nullopt;
  const auto days = control.timeline().days(now.value());
  const Minor passed = (as_of - days.first).count() + 1, length = (days.last - days.first).count() + 1;
  const Money current = standings.over(line, {now.value(), now.value()}).revised();
  return standings.over(line, {first, now.value() - 1}).revised() + Money(Minor(current.minor() * passed / length));
}

Tempo::Tempo(ControlBook& control) : control_(control), to_date_(control.lines().size()) {
  const auto now = control.timeline().number_of(control.as_of());
  if (!now) return;
  now_ = now.value();
  year_ = control.timeline().year(*now_);
}

void Tempo::count(const ledger::Posting& posting) {
  const Stage spent = control_.policy().accounting == control::Accounting::cash ? Stage::payment : Stage::actual;
  if (!now_ || posting.stage != spent || posting.day > control_.as_of()) return;
  const auto period = control_.timeline().number_of(posting.day);
  if (!period || period.value() < year_.first) return;
  for (const auto line : control_.lines().hit_by(posting.key)) to_date_[line] += posting.amount;
}

std::vector<TempoFinding> Tempo::findings() {
  std::vector<TempoFinding> found;
  if (!now_ || std::ranges::all_of(to_date_, &Money::is_zero)) return found;
  const int decimals = control_.decimals();
  for (control::LineNumber line = 0; line < to_date_.size(); ++line) {
    const Nature nature = control_.lines()[line].nature;
    const bool earns = nature == Nature::revenue;
    const bool is_one_over = control_.standings().over(line, {year_.first, *now_ - 1}).is_budgeted();
    const auto planned = is_one_over ? phased_to(control_, line, control_.as_of()) : std::nullopt;
    if (!planned || *planned <= Money() || (!earns && nature != Nature::expense && nature != Nature::asset)) continue;
    const double actual = to_date_[line].amount(decimals), budget = planned->amount(decimals);
    const auto pace = control::pace(actual, budget);
    if (!pace) continue;
    const std::vector<std::string> blanks{percent(pace.value()), to_date_[line].text(decimals), planned->text(decimals)};
    if (!earns) {
      const auto is_slow = control::underused(actual, budget, 1, slow);
      if (is_slow && is_slow.value() > 0) found.push_back({line, phrase::under_used, blanks});
      continue;
    }
    const auto level = control::level_of(pace.value(), {}, Nature::revenue);
    if (level == control::AlertLevel::fine) continue;
    const Phrase words[] = {phrase::attainment_yellow, phrase::attainment_orange, phrase::attainment_red};
    found.push_back({line, words[std::min<std::size_t>(static_cast<std::size_t>(level) - 1, 2)], blanks});
  }
  return found;
}

}  // namespace steward::plan
