#include "control/check.hpp"

#include "control/limit.hpp"
#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::control {

std::string verdict_word(Verdict verdict) {
  if (verdict == Verdict::allow) return "Allow";
  return verdict == Verdict::warn ? "Warn" : "Stop";
}

Result<Verdict> verdict_on(double amount, double available, CheckAction action, std::optional<double> pct,
                           std::optional<double> amount_tolerance, LimitMode mode, std::optional<double> budget) {
  if (pct && !budget) return Fault{FaultKind::argument, phrase::pct_without_budget, {}};
  STEWARD_TRY(const double tolerance, tolerance_of(budget.value_or(0), pct, amount_tolerance, mode));
  const double excess = decimal_sum({amount, -available, -tolerance});
  if (amount <= 0 || excess <= 0 || action == CheckAction::ignore) return Verdict::allow;
  return action == CheckAction::warn ? Verdict::warn : Verdict::stop;
}

Result<std::string> check(double amount, double available, CheckAction action, std::optional<double> pct,
                          std::optional<double> amount_tolerance, LimitMode mode, std::optional<double> budget) {
  STEWARD_TRY(const auto verdict, verdict_on(amount, available, action, pct, amount_tolerance, mode, budget));
  return verdict_word(verdict);
}

}  // namespace steward::control
