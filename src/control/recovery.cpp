#include "control/recovery.hpp"

#include <algorithm>

namespace steward::control {

Money relief_of(LineNumber line, Window window, LineBook& lines, const Standings& standings, Accounting accounting) {
  Money shortfall, positive, together;
  for (const LineNumber recovery : standings.recoveries()) {
    if (recovery == line || !lines.is_below(recovery, line)) continue;
    const Standing own = standings.over(recovery, window);
    if (own.revised() < Money()) shortfall += std::max(own.consumed(accounting) - own.revised(), Money());
  }
  if (shortfall.is_zero()) return {};
  for (const LineNumber below : lines.right_below(line)) {
    const Money revised = standings.over(below, window).revised();
    together += revised;
    positive += std::max(revised, Money());
  }
  const Money revised = standings.over(line, window).revised();
  if (revised < together) return {};
  return std::max(std::min(shortfall, positive - revised), Money());
}

}  // namespace steward::control
