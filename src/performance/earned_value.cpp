#include "performance/earned_value.hpp"

#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::performance {
namespace {

Result<double> per(double part, double base) {
  if (base == 0) return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
  return part / base;
}

Result<double> estimate_at_completion(double bac, double pv, double ev, double ac, EstimateMethod method) {
  if (method == EstimateMethod::as_planned) return decimal_sum({ac, bac, -ev});
  // Multiplied before divided, so that no index is ever rounded.
  if (method == EstimateMethod::by_cpi) return per(bac * ac, ev);
  STEWARD_TRY(const double to_complete, per(decimal_sum({bac, -ev}) * ac * pv, ev * ev));
  return ac + to_complete;
}

}  // namespace

Result<double> earned_value(EarnedValueMetric metric, double bac, double pv, double ev, double ac,
                            EstimateMethod method) {
  switch (metric) {
    case EarnedValueMetric::cv:
      return decimal_sum({ev, -ac});
    case EarnedValueMetric::sv:
      return decimal_sum({ev, -pv});
    case EarnedValueMetric::cpi:
      return per(ev, ac);
    case EarnedValueMetric::spi:
      return per(ev, pv);
    case EarnedValueMetric::tcpi:
      if (ac >= bac) return Fault{FaultKind::number, phrase::budget_spent, {}};
      return decimal_sum({bac, -ev}) / decimal_sum({bac, -ac});
    case EarnedValueMetric::eac:
    case EarnedValueMetric::etc:
    case EarnedValueMetric::vac:
      break;
  }
  STEWARD_TRY(const double estimate, estimate_at_completion(bac, pv, ev, ac, method));
  if (metric == EarnedValueMetric::eac) return estimate;
  return metric == EarnedValueMetric::etc ? decimal_sum({estimate, -ac}) : decimal_sum({bac, -estimate});
}

}  // namespace steward::performance
