#pragma once

#include <vector>

#include "control/checker.hpp"

namespace steward::control {

/// A line against one window of a rule that governs it, as it stands.
struct Review {
  LineNumber line = 0;
  const Rule* rule = nullptr;
  Window window{};
  PeriodNumber period = 0;  ///< the last of the window in which something happened
  Standing standing;
  Money limit;   ///< revised + tolerance
  Money floor;   ///< revised − tolerance
  Money excess;  ///< consumption, frozen and awaiting beyond the limit; not above 0 when there is none
  bool is_unbudgeted = false;
  bool is_over() const { return excess > Money(); }
  /// Whether less than the budget less its tolerance was consumed, under a rule that is ±.
  bool is_under(Accounting accounting) const {
    return rule->flags_under_run && standing.is_budgeted() && standing.consumed(accounting) < floor;
  }
};

/// Every window of every governing rule in which a line has something. Only lines that are stopped: expenses and
/// assets.
std::vector<Review> review_of(LineNumber line, LineBook& lines, const RuleBook& rules, const Timeline& timeline,
                              const Standings& standings, Accounting accounting, Date as_of);

/// The alert level that a line has reached in a window: over beyond its limit, red above its budget within the tolerance.
AlertLevel level_reached(const Review& review, Accounting accounting);

/// The reviews of the rule that is nearest to its limit first.
void tightest_first(std::vector<Review>& reviews);

}  // namespace steward::control
