#include "variance/variance.hpp"

#include <cmath>

#include "numeral.hpp"
#include "ratio.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::variance {
namespace {

constexpr double tolerance = 1e-12;

double difference(double actual, double budget, Nature nature) {
  return sign_of_rise(nature) > 0 ? decimal_sum({actual, -budget}) : decimal_sum({budget, -actual});
}

bool is_material(double size, double budget, double amount, double pct) {
  if (budget == 0 || (amount == 0 && pct == 0)) return true;
  if (amount > 0 && size >= amount * (1 - tolerance)) return true;
  return pct > 0 && size / std::abs(budget) >= pct - tolerance;
}

}  // namespace

std::string flag_of(double variance, Nature nature) {
  if (variance == 0 || nature == Nature::statistical) return "";
  return variance > 0 ? "F" : "U";
}

Result<double> variance(double actual, double budget, Nature nature) {
  return difference(actual, budget, nature);
}

Result<double> variance_pct(double actual, double budget, Nature nature) {
  return ratio(difference(actual, budget, nature), std::abs(budget));
}

Result<std::string> variance_flag(double actual, double budget, Nature nature, double amount, double pct) {
  if (amount < 0 || pct < 0) return Fault{FaultKind::number, phrase::negative_threshold, {}};
  const double difference_found = difference(actual, budget, nature);
  if (!is_material(std::abs(difference_found), budget, amount, pct)) return std::string();
  return flag_of(difference_found, nature);
}

Result<double> flex(double fixed, double rate, double volume) {
  return decimal_sum({fixed, rate * volume});
}

}  // namespace steward::variance
