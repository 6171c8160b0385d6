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

}  // namespace

Money limit_of(Money revised, const Tolerance& tolerance) {
  if (revised <= Money() || !tolerance.is_given()) return revised;
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
  return revised + *more;
}

std::vector<const Rule*> RuleBook::governing(std::span<const std::string_view> lines, Stage stage, Date day) const {
  const auto of_scope = [&](std::string_view scope) {
    std::map<std::string_view, const Rule*> latest;
    for (const Rule& rule : rules_) {
      if (rule.line != scope || (rule.from && *rule.from > day) || (rule.stage && *rule.stage != stage)) continue;
      auto& known = latest[rule.id];
      // Of two texts of one version the later one was approved in its place.
      if (!known || !is_later(*known, rule)) known = &rule;
    }
    std::vector<const Rule*> found;
    for (const auto& [id, rule] : latest) found.push_back(rule);
    const bool has_own_stage = std::ranges::any_of(found, [](const Rule* rule) { return rule->stage.has_value(); });
    if (has_own_stage) std::erase_if(found, [](const Rule* rule) { return !rule->stage; });
    return found;
  };
  for (const auto line : lines) {
    if (auto found = of_scope(line); !found.empty()) return found;
  }
  return of_scope("*");
}

}  // namespace steward::control
