#pragma once

#include <optional>

#include "forecast/series.hpp"

namespace steward::forecast {

/// A change of level that stays: a new contract, a reorganisation.
struct LevelShift {
  std::size_t at;        ///< the first value on the new level
  double before, after;  ///< means of the values before and from then on
};

/// The one shift that explains the history: both levels hold for three values at least, and the values scatter around
/// them by less than a seventh of the step. So it is never mistaken for trend or season. Needs eight values.
std::optional<LevelShift> level_shift(Series x);

/// The history as if it had always been on the new level: earlier values moved by the ratio of the levels or, when a
/// value is not positive, by their difference.
Values on_new_level(Series x, const LevelShift& shift);

}  // namespace steward::forecast
