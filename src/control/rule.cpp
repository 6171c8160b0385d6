#include "control/rule.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace steward::control {
namespace {

constexpr long long parts_of_one = 1'000'000'000;

bool is_later(const Rule& a, const Rule& b) {
  if (a.from != b.from) return !b.from || (a.from && *a.from > *b.from);
  return a.version.size() != b.version.size() ? a.version.size() > b.version.size() : a.version > b.version;
}

// By how much consumption may pass a budget, down to the minor unit.
Money allowance(Money revised, const Tolerance& tolerance) {
  if (revised <= Money() || !tolerance.is_given()) return {};
  std::optional<Money> more;
  if (tolerance.share) {
    const Minor share = static_cast<long long>(std::llround(*tolerance.share * static_cast<double>(parts_of_one)));
    more = Money(Minor(revised.minor() * share / parts_of_one));
  }
  if (tolerance.amount) {
    if (!more)
      more = tolerance.amount;
    else
      more =
          tolerance.mode == LimitMode::lower ? std::min(*more, *tolerance.amount) : std::max(*more, *tolerance.amount);
  }
  return *more;
}

// Of the rules of one scope those that name it more closely go before those that name it less.
template <class IsCloser>
void prefer(std::vector<const Rule*>& rules, IsCloser is_closer) {
  if (std::ranges::any_of(rules, is_closer)) std::erase_if(rules, [&](const Rule* rule) { return !is_closer(rule); });
}

bool speaks_of(const Rule& rule, const Occasion& occasion) {
  if (rule.from && *rule.from > occasion.day) return false;
  if (rule.stage && *rule.stage != occasion.stage) return false;
  if (!rule.owner.empty() && folded(rule.owner) != folded(occasion.owner)) return false;
  return !rule.season || rule.season->contains(occasion.period_of_year);
}

}  // namespace

Money limit_of(Money revised, const Tolerance& tolerance) {
  return revised + allowance(revised, tolerance);
}

Money floor_of(Money revised, const Tolerance& tolerance) {
  return revised - allowance(revised, tolerance);
}

std::optional<RuleOutcome> Rule::action_at(AlertLevel level) const {
  std::optional<RuleOutcome> action;
  if (level >= AlertLevel::yellow) action = yellow_action;
  if (level >= AlertLevel::orange && orange_action) action = orange_action;
  if (level >= AlertLevel::red && red_action) action = red_action;
  return action;
}

std::vector<const Rule*> RuleBook::governing(std::span<const std::string_view> lines, const Occasion& occasion) const {
  const auto of_scope = [&](std::string_view scope) {
    std::map<std::string_view, const Rule*> latest;
    for (const Rule& rule : rules_) {
      if (rule.line != scope || !speaks_of(rule, occasion)) continue;
      auto& known = latest[rule.id];
      // Of two texts of one version the later one was approved in its place.
      if (!known || !is_later(*known, rule)) known = &rule;
    }
    std::vector<const Rule*> found;
    for (const auto& [id, rule] : latest) found.push_back(rule);
    prefer(found, [](const Rule* rule) { return rule->stage.has_value(); });
    prefer(found, [](const Rule* rule) { return !rule->owner.empty(); });
    prefer(found, [](const Rule* rule) { return rule->season.has_value(); });
    return found;
  };
  for (const auto line : lines) {
    if (auto found = of_scope(line); !found.empty()) return found;
  }
  return of_scope("*");
}

}  // namespace steward::control
