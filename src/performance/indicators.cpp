#include "performance/indicators.hpp"

#include "numeral.hpp"
#include "ratio.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::performance {
namespace {

// Nothing for nothing is no performance of 0 but none at all.
Result<double> per(double part, double base) {
  if (base == 0) return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
  return part / base;
}

}  // namespace

Result<double> roi(double returns, double cost) {
  return per(decimal_sum({returns, -cost}), cost);
}
Result<double> multiple(double returns, double cost) {
  return per(returns, cost);
}
Result<double> unit_cost(double cost, double units) {
  return per(cost, units);
}
Result<double> execution(double actual, double budget) {
  return ratio(actual, budget);
}
Result<double> benefit_cost(double benefit, double cost) {
  return per(benefit, cost);
}
Result<double> turnover(double flow, double opening, double closing) {
  return per(flow, decimal_sum({opening, closing}) / 2);
}
Result<double> completion(double done, double planned) {
  return ratio(done, planned);
}
Result<double> cpa(double cost, double conversions) {
  return per(cost, conversions);
}
Result<double> cac(double cost, double customers) {
  return per(cost, customers);
}

Result<double> ltv(double margin, double retention, double discount) {
  if (!(retention >= 0 && retention <= 1) || discount < 0) return Fault{FaultKind::number, phrase::not_a_share, {}};
  const double leaving = decimal_sum({1, discount, -retention});
  if (leaving == 0) return Fault{FaultKind::division_by_zero, phrase::never_leaves, {}};
  return margin * retention / leaving;
}

}  // namespace steward::performance
