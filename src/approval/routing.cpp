#include "approval/routing.hpp"

#include <algorithm>
#include <map>

#include "words/phrases/approval.gen.hpp"

namespace steward::approval {
namespace {

constexpr int fast_lane = 0;

// How near a grant's dimension is to the matter: 0 for its own line, more for ancestors, most for "*"; nothing when it
// does not take the matter in.
std::optional<std::size_t> nearness(const Grant& grant, const Matter& matter) {
  const std::string wanted = folded(grant.dimension);
  if (!matter.codes) return 0;
  const auto& codes = *matter.codes;
  if (wanted.empty() || wanted == "*") return codes.size();
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (folded(codes[i]) == wanted) return i;
  return std::nullopt;
}

bool takes_in(const Grant& grant, const Matter& matter) {
  if (matter.type && grant.type != "*" && grant.type != code_of(*matter.type)) return false;
  if (grant.reach && matter.distance && *grant.reach < *matter.distance) return false;
  return nearness(grant, matter).has_value();
}

bool covers(const Grant& grant, Money amount) {
  return !grant.up_to || *grant.up_to >= amount;
}

// The grants of a level for the nearest code; a grant for the type itself goes before one for every type.
std::vector<const Grant*> nearest(const std::vector<const Grant*>& level, const Matter& matter) {
  const auto rank = [&](const Grant* grant) { return std::pair(*nearness(*grant, matter), matter.type && grant->type == "*"); };
  const auto best = rank(*std::ranges::min_element(level, {}, rank));
  std::vector<const Grant*> found;
  std::ranges::copy_if(level, std::back_inserter(found), [&](const Grant* grant) { return rank(grant) == best; });
  return found;
}

// Of a level that suffices those sign who may approve the whole amount and no more than it takes.
void keep_lowest_that_cover(std::vector<const Grant*>& level, Money amount) {
  std::erase_if(level, [&](const Grant* grant) { return !covers(*grant, amount); });
  const auto is_lower = [](const Grant* a, const Grant* b) { return a->up_to && (!b->up_to || *a->up_to < *b->up_to); };
  const Grant* lowest = *std::ranges::min_element(level, is_lower);
  std::erase_if(level, [&](const Grant* grant) { return is_lower(lowest, grant); });
}

void add_steps(std::vector<Step>& steps, const std::vector<const Grant*>& grants) {
  for (const Grant* grant : grants) steps.push_back({grant->level, grant->approver, grant->days, grant->joint, grant->hours});
}

}  // namespace

void ask_consent(std::vector<Step>& chain, const std::string& third_party) {
  int level = first_consent;
  for (const Step& step : chain) {
    if (step.level >= first_consent && folded(step.approver) == folded(third_party)) return;
    level = std::max(level, step.level + 1);
  }
  chain.push_back({level, third_party, {}, false});
}

Result<std::vector<Step>> chain(std::span<const Grant> grants, const Matter& matter) {
  const Money amount = abs(matter.amount);
  std::map<int, std::vector<const Grant*>> levels;
  for (const Grant& grant : grants)
    if (takes_in(grant, matter)) levels[grant.level].push_back(&grant);
  std::vector<Step> steps;
  std::vector<std::string> consents;
  for (auto& [level, all] : levels) {
    auto found = nearest(all, matter);
    const bool is_enough = std::ranges::any_of(found, [&](const Grant* grant) { return covers(*grant, amount); });
    if (level == fast_lane && !is_enough) continue;
    if (is_enough) keep_lowest_that_cover(found, amount);
    add_steps(steps, found);
    for (const Grant* grant : found)
      if (!folded(grant->consent).empty()) consents.push_back(grant->consent);
    if (!is_enough) continue;
    for (const auto& third_party : consents) ask_consent(steps, third_party);
    return steps;
  }
  return Fault{FaultKind::not_available, phrase::no_authority, {matter.type ? std::string(code_of(*matter.type)) : "*"}};
}

}  // namespace steward::approval
