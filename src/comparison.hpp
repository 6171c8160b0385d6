#pragma once

#include <cmath>

#include "numeral.hpp"
#include "words/keywords.hpp"

namespace steward {

/// Whether a figure compares so with a limit, free of binary noise: 0.1 + 0.2 is at most 0.3. An infinite figure, a cost
/// without any result, is above every limit.
inline bool compares(double value, Comparison comparison, double limit) {
  const double difference = std::isinf(value) ? value : decimal_sum({value, -limit});
  switch (comparison) {
    case Comparison::less:
      return difference < 0;
    case Comparison::at_most:
      return difference <= 0;
    case Comparison::greater:
      return difference > 0;
    case Comparison::at_least:
      return difference >= 0;
    case Comparison::equal:
      return difference == 0;
    case Comparison::different:
      return difference != 0;
  }
  return false;
}

}  // namespace steward
