#pragma once

#include <array>

#include "forecast/series.hpp"

namespace steward::forecast {

/// Complex exponential smoothing at the end of the history it was fitted to: level l and information potential c,
/// x_t = l_{t−1} + e_t, l_t = l_{t−1} − (1 − a1)·c_{t−1} + (a0 − a1)·e_t, c_t = l_{t−1} + (1 − a0)·c_{t−1} + (a0 +
/// a1)·e_t, and, with a season, a second pair with parameters b and the lag of a year ("full"). Svetunkov, Kourentzes &
/// Ord 2022, "Complex exponential smoothing", Naval Research Logistics 69.
struct CesModel {
  struct Pair {
    double level = 0, potential = 0;
  };
  std::array<double, 4> parameters;  ///< a0, a1, b0, b1
  Pair base;
  std::vector<Pair> seasonal;  ///< the next period's first; empty without a season
  double squares;              ///< sum of squared one-step errors
  double aicc;
  Values errors;
};

/// Fits by least squares; the first states are found by running back and forth. Without a season give 1.
CesModel fit_ces(Series x, std::size_t season, int evaluations = 100);

/// Forecasts 1…horizon steps after the end of the history.
Values forecast_ces(CesModel model, std::size_t horizon);

}  // namespace steward::forecast
