#pragma once

#include "forecast/ensemble.hpp"

namespace steward::forecast {

/// What tells how wide an interval must be; all on the straightened scale.
struct WidthClues {
  double one_step;      ///< root mean square of the one-step errors of the dynamic Theta model
  Values ahead;         ///< of its errors 1…horizon steps ahead inside the history
  Values disagreement;  ///< distance of the second from the fifth of the six models
  double length;        ///< number of values in the history
};
WidthClues clues_of(const Ensemble& ensemble);

/// Standard deviation of the values around their mean, those further than six usual distances from the median drawn in
/// to there: one lump must not make every period uncertain.
double scatter_of(Series x);

/// Half widths of the 95 % interval for steps 1…horizon on the straightened scale, and their ratio at 80 %.
struct Widths {
  Values at_95;
  double narrowing;
};
Widths widths_of_models(const WidthClues& clues, std::size_t season);

/// For histories of less than two years, of which only the scatter of the values is known.
Widths widths_of_scatter(double scatter, std::size_t length, std::size_t season, std::size_t horizon);

}  // namespace steward::forecast
