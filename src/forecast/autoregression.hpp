#pragma once

#include "forecast/series.hpp"

namespace steward::forecast {

/// An autoregression of the changes from period to period, x_t − x_{t−1} = d + Σ a_k·(x_{t−k} − x_{t−k−1} − d), on a
/// history without season. Fitted by Burg's method (Burg 1975), the order by AICc (Hurvich & Tsai 1989).
struct Autoregression {
  double drift;         ///< d: the mean change, cut back because a trend seldom lasts
  Values coefficients;  ///< a_1 … a_p; p may be 0
  double variance;      ///< of the one-step errors
};

/// The share of the mean change that is carried on (tests/bench/check_choices.py).
inline constexpr double kept_drift = 0.7;

/// Needs 3 values; `highest_order` is further limited to a quarter of the changes.
Autoregression fit_autoregression(Series x, std::size_t highest_order, double kept = kept_drift);

/// Forecasts 1…horizon steps after the end of x.
Values forecast_autoregression(const Autoregression& model, Series x, std::size_t horizon);

}  // namespace steward::forecast
