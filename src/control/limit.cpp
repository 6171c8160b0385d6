#include "control/limit.hpp"

#include <algorithm>

#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::control {

Result<double> tolerance_of(double budget, std::optional<double> pct, std::optional<double> amount, LimitMode mode) {
  if (budget < 0) return Fault{FaultKind::number, phrase::negative_budget, {}};
  if (pct.value_or(0) < 0 || amount.value_or(0) < 0) return Fault{FaultKind::number, phrase::negative_threshold, {}};
  if (!pct) return amount.value_or(0);
  const double share = through_fifteen_digits(*pct * budget);
  if (!amount) return share;
  return mode == LimitMode::lower ? std::min(share, *amount) : std::max(share, *amount);
}

Result<double> limit(double budget, std::optional<double> pct, std::optional<double> amount, LimitMode mode) {
  STEWARD_TRY(const double tolerance, tolerance_of(budget, pct, amount, mode));
  return decimal_sum({budget, tolerance});
}

}  // namespace steward::control
