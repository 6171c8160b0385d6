#pragma once

#include "result.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward {

/// part / base: 0/0 is 0, because nothing of nothing was used; x/0 faults as division_by_zero.
inline Result<double> ratio(double part, double base) {
  if (base != 0) return part / base;
  if (part == 0) return 0.0;
  return Fault{FaultKind::division_by_zero, phrase::base_is_zero, {}};
}

}  // namespace steward
