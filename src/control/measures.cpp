#include "control/measures.hpp"

#include "numeral.hpp"
#include "ratio.hpp"

namespace steward::control {

Result<double> used(double consumed, double budget) {
  return ratio(consumed, budget);
}

Result<double> available(double original, std::optional<double> supplement, std::optional<double> transfer_in,
                         std::optional<double> transfer_out, std::optional<double> carried_in,
                         std::optional<double> precommitted, std::optional<double> committed,
                         std::optional<double> actual, std::optional<double> drafts) {
  return decimal_sum({original, supplement.value_or(0), transfer_in.value_or(0), -transfer_out.value_or(0),
                      carried_in.value_or(0), -precommitted.value_or(0), -committed.value_or(0), -actual.value_or(0),
                      -drafts.value_or(0)});
}

}  // namespace steward::control
