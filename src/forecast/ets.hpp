#pragma once

#include <string>

#include "forecast/series.hpp"

namespace steward::forecast {

enum class EtsError { additive, multiplicative };
enum class EtsTrend { none, additive, damped };
enum class EtsSeason { none, additive, multiplicative };

struct EtsForm {
  EtsError error;
  EtsTrend trend;
  EtsSeason season;

  /// The name in the taxonomy of Hyndman et al. 2008: "ETS(M,Ad,M)".
  std::string name() const;
};

/// An exponential smoothing model in innovations state space form (Hyndman, Koehler, Ord & Snyder 2008, tables 2.2
/// and 2.3), at the end of the history it was fitted to.
struct EtsModel {
  EtsForm form;
  double alpha, beta, gamma, phi;
  double level, slope;
  Values seasonal;  ///< states of the last year, the next period's first; empty without a season
  double deviance;  ///< −2 log likelihood without its constant
  double aicc;
  Values errors;  ///< one-step errors in the unit of the series
};

/// Fits one form by maximum likelihood; `evaluations` of the likelihood at most. Seasonal forms need two years.
EtsModel fit_ets(Series x, std::size_t season, EtsForm form, int evaluations = 100);

/// The form with the least AICc. Multiplicative forms are tried only for positive values.
EtsModel choose_ets(Series x, std::size_t season, int evaluations = 100);

/// Forecasts 1…horizon steps after the end of the history.
Values forecast_ets(const EtsModel& model, std::size_t horizon);

}  // namespace steward::forecast
