#pragma once

#include <array>
#include <cstddef>

#include "forecast/autoregression.hpp"
#include "forecast/ces.hpp"
#include "forecast/ets.hpp"
#include "forecast/scale.hpp"
#include "forecast/theta.hpp"

namespace steward::forecast {

/// The models that "auto" asks when there are two years of history (four values without a season).
enum class Member { dynamic_theta, fixed_theta, autoregression, ces, ets, last_year };
inline constexpr std::size_t member_count = 6;

/// What the six models say, and what is made of it. The middle four of the six forecasts of a period count, the inner
/// two of them twice: no single model can spoil the result, and none has to be trusted (Petropoulos & Svetunkov 2020
/// take the median of four). Nothing here is fitted to other series.
struct Ensemble {
  Straightened scale;
  ThetaModel dynamic_theta, fixed_theta;
  Autoregression autoregression;
  CesModel ces;
  EtsModel ets;
  std::array<Values, member_count> said;  ///< by member, in the unit of the history
  Values forecast;
};

/// Whether the history is long enough for the six models.
inline bool allows_ensemble(std::size_t length, std::size_t season) {
  return length >= 4 && (season < 2 || length >= 2 * season);
}

/// Needs allows_ensemble and a history scaled to about 1.
Ensemble ask_models(Series x, std::size_t season, std::size_t horizon);

/// The value that stands for six: the middle four, the inner two twice.
double middle_of(std::array<double, member_count> said);

}  // namespace steward::forecast
