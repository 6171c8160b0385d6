#include "variance/quantity.hpp"

#include <numeric>

#include "numeral.hpp"
#include "variance/variance.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::variance {
namespace {

double cost_sign(Nature nature) {
  return -sign_of_rise(nature);
}

// A total at standard mix: what each item would have been.
Result<std::vector<double>> at_standard_mix(std::span<const double> actual, std::span<const double> standard,
                                            std::span<const double> price) {
  if (actual.size() != standard.size() || actual.size() != price.size())
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  const double all = std::accumulate(standard.begin(), standard.end(), 0.0);
  if (all == 0) return Fault{FaultKind::division_by_zero, phrase::no_standard_mix, {}};
  const double total = std::accumulate(actual.begin(), actual.end(), 0.0);
  std::vector<double> quantities;
  for (const double quantity : standard) quantities.push_back(total * quantity / all);
  return quantities;
}

double average_price(std::span<const double> quantity, std::span<const double> price) {
  const double all = std::accumulate(quantity.begin(), quantity.end(), 0.0);
  return std::inner_product(quantity.begin(), quantity.end(), price.begin(), 0.0) / all;
}

}  // namespace

Result<double> price_variance(double actual_price, double standard_price, double actual_qty, Nature nature) {
  return through_fifteen_digits(cost_sign(nature) * decimal_sum({standard_price, -actual_price}) * actual_qty);
}

Result<double> quantity_variance(double actual_qty, double standard_qty, double standard_price, Nature nature) {
  return through_fifteen_digits(cost_sign(nature) * decimal_sum({standard_qty, -actual_qty}) * standard_price);
}

Result<std::vector<double>> mix_variance(std::span<const double> actual_qty, std::span<const double> standard_qty,
                                         std::span<const double> standard_price, Nature nature, MixSchool school) {
  STEWARD_TRY(const auto mixed, at_standard_mix(actual_qty, standard_qty, standard_price));
  const double base = school == MixSchool::average ? average_price(standard_qty, standard_price) : 0.0;
  std::vector<double> variances;
  for (std::size_t i = 0; i < mixed.size(); ++i)
    variances.push_back(cost_sign(nature) * decimal_sum({mixed[i], -actual_qty[i]}) * (standard_price[i] - base));
  return variances;
}

Result<std::vector<double>> yield_variance(std::span<const double> actual_qty, std::span<const double> standard_qty,
                                           std::span<const double> standard_price, std::optional<double> output,
                                           std::optional<double> standard_output, Nature nature) {
  if (output.has_value() != standard_output.has_value()) return Fault{FaultKind::argument, phrase::output_alone, {}};
  if (standard_output == 0.0) return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
  STEWARD_TRY(const auto mixed, at_standard_mix(actual_qty, standard_qty, standard_price));
  const double scale = output ? *output / *standard_output : 1.0;
  std::vector<double> variances;
  for (std::size_t i = 0; i < mixed.size(); ++i)
    variances.push_back(cost_sign(nature) * decimal_sum({standard_qty[i] * scale, -mixed[i]}) * standard_price[i]);
  return variances;
}

}  // namespace steward::variance
