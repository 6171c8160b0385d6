#pragma once

#include "forecast/series.hpp"

namespace steward::forecast {

/// How the Theta models treat the straight line behind the series.
enum class ThetaKind {
  dynamic,  ///< DOTM: the line is fitted anew after each value
  fixed     ///< OTM: one line through the whole history
};

/// A Theta model fitted to a history without season. Level l_t = α·x_t + (1 − α)·l_{t−1}; one-step forecast
/// l_{t−1} + w·(line, discounted by α), w = 1 − 1/θ. Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016,
/// "Models for optimising the theta method and their relationship to state space models", eq. 5–12.
struct ThetaModel {
  ThetaKind kind;
  double alpha, weight, initial_level;
  double squares;  ///< sum of squared one-step errors from the third value on
  Values errors;   ///< one-step errors, the first is 0
};

/// Fits by least squares. Level and weight enter linearly, so that only α in 0.1…0.99 is searched. Needs 3 values.
ThetaModel fit_theta(Series x, ThetaKind kind);

/// Forecasts 1…horizon steps after the end of x.
Values forecast_theta(const ThetaModel& model, Series x, std::size_t horizon);

/// Root mean square of the errors that the model makes 1…horizon steps ahead from each point of the
/// history after its first quarter; 0 where fewer than three such errors exist.
Values errors_ahead(const ThetaModel& model, Series x, std::size_t horizon);

}  // namespace steward::forecast
