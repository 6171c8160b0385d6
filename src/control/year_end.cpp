#include "control/year_end.hpp"

#include <algorithm>

namespace steward::control {
namespace {

std::vector<LineNumber> hits_of(LineBook& lines, LineNumber line) {
  const auto& key = lines[line].key;
  return lines.hit_by(std::vector<std::string_view>(key.begin(), key.end()));
}

// From the leaves up: what a line posts reaches every line above it as well.
void share_out(LineBook& lines, std::vector<HandedOn>& handed) {
  std::vector<std::pair<std::size_t, HandedOn*>> order;
  for (auto& one : handed) order.emplace_back(hits_of(lines, one.line).size(), &one);
  std::ranges::stable_sort(order, std::ranges::greater(), &std::pair<std::size_t, HandedOn*>::first);
  for (auto& [depth, one] : order)
    for (const LineNumber above : hits_of(lines, one->line)) {
      if (above == one->line) continue;
      const auto parent = std::ranges::find(handed, above, &HandedOn::line);
      if (parent != handed.end()) parent->own -= one->own;
    }
}

}  // namespace

Result<std::vector<HandedOn>> hand_on(LineBook& lines, const Standings& standings, Window year, Accounting accounting,
                                      const CarryTerms& terms, int decimals) {
  std::vector<HandedOn> handed;
  for (LineNumber line = 0; line < lines.size(); ++line) {
    if (lines[line].nature != Nature::expense && lines[line].nature != Nature::asset) continue;
    const Standing standing = standings.over(line, year);
    if (!standing.is_budgeted()) continue;
    HandedOn one{line, standing.available(accounting), standing.of(Stage::commitment), {}, {}, {}};
    const double encumbered = std::max(one.encumbered, Money()).amount(decimals);
    STEWARD_TRY(const double carried, carry(one.available.amount(decimals), terms.policy, terms.cap,
                                            standing.revised().amount(decimals), encumbered, terms.floor));
    STEWARD_TRY(one.carried, Money::from(carried, decimals));
    one.lapsed = one.available - one.carried;
    one.own = one.carried;
    handed.push_back(one);
  }
  share_out(lines, handed);
  return handed;
}

}  // namespace steward::control
