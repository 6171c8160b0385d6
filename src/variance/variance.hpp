#pragma once

#include <string>

#include "result.hpp"
#include "words/keywords.hpp"

/// Differences between what happened and what was planned. Favourable is positive, adverse negative; mainland textbooks
/// write actual − standard, with the opposite sign for cost.
namespace steward::variance {

/// The sign that makes a rise of an amount favourable (+1) or adverse (−1): a rise of revenue is favourable, of
/// expense, asset and liability adverse. Statistical lines have neither; their difference is actual − budget.
inline double sign_of_rise(Nature nature) {
  return nature == Nature::revenue || nature == Nature::statistical ? 1.0 : -1.0;
}

/// "F" for a favourable amount, "U" for an adverse one, "" for none and for statistical lines.
std::string flag_of(double variance, Nature nature);

/// VARIANCE(actual; budget; nature)
///   expense, asset, liability   budget − actual
///   revenue, statistical        actual − budget
/// In the unit of the amounts, free of binary noise (see decimal_sum). Swapping actual and budget turns the sign.
/// Source: CIMA Official Terminology, "variance".
Result<double> variance(double actual, double budget, Nature nature);

/// VARIANCE.PCT(actual; budget; nature) = variance / |budget|, as a fraction.
/// 0/0 is 0. Faults: division_by_zero when the budget is 0 and the actual is not.
/// Source: OCA mis-builder, comparison of columns as percentages.
Result<double> variance_pct(double actual, double budget, Nature nature);

/// VARIANCE.FLAG(actual; budget; nature; amount; pct): "F" or "U" when the variance is material, else "".
/// Material is |variance| ≥ amount, or |variance| ≥ pct × |budget|, of those thresholds that are given; a threshold of
/// 0 is not given. Without any, every variance but 0 is material. An actual against a budget of 0 always is. Ratios are
/// compared within 1e-12. Faults: number when a threshold is negative.
/// Source: materiality of variances, CIMA Official Terminology.
Result<std::string> variance_flag(double actual, double budget, Nature nature, double amount, double pct);

/// FLEX(fixed; rate; volume) = fixed + rate × volume: the budget for the volume that was reached.
/// Source: Horngren, Cost Accounting, flexible budgets.
Result<double> flex(double fixed, double rate, double volume);

}  // namespace steward::variance
