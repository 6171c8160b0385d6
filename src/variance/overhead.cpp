#include "variance/overhead.hpp"

#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::variance {

Result<double> overhead_variance(OverheadKind kind, double budget_cost, double actual_cost, double budget_hours,
                                 double standard_hours, double actual_hours) {
  if (kind == OverheadKind::expenditure) return decimal_sum({budget_cost, -actual_cost});
  if (budget_hours == 0) return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
  const double hours = kind == OverheadKind::volume     ? decimal_sum({standard_hours, -budget_hours})
                       : kind == OverheadKind::capacity ? decimal_sum({actual_hours, -budget_hours})
                                                        : decimal_sum({standard_hours, -actual_hours});
  return through_fifteen_digits(hours * budget_cost / budget_hours);
}

}  // namespace steward::variance
