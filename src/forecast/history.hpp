#pragma once

#include <optional>
#include <span>

#include "forecast/series.hpp"
#include "result.hpp"

namespace steward::forecast {

using Gaps = std::span<const std::optional<double>>;

/// A history as it is read from cells, ready for models.
struct History {
  Values values;           ///< from the first to the last amount
  std::size_t first = 0;   ///< how many blanks lay before the first amount
  std::size_t filled = 0;  ///< blanks between them that were filled
};

/// Blanks before the first and after the last amount are left off: they lie before the start and in the future. A blank
/// between is filled with the mean of the same period a year before and after, moved to the level of its neighbours;
/// with less, on the straight line between its neighbours. Blank is not zero: a period without spending must hold 0.
/// Faults: not_available without any amount; number when more than half is blank, or an amount is not finite.
Result<History> read_history(Gaps amounts, std::size_t season);

/// The season as a count. Fault: number when it is not in 1…366.
Result<std::size_t> read_season(int season);

/// The horizon as a count. Fault: number when it is not in 1…1200.
Result<std::size_t> read_horizon(int horizon);

/// Fault: number when the confidence is not strictly between 0 and 1.
Result<double> read_confidence(double confidence);

}  // namespace steward::forecast
