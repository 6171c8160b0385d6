#pragma once

#include "forecast/history.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::forecast {

/// The errors of a method at one distance ahead.
struct LeadErrors {
  int count = 0;
  double bias = 0;       ///< mean of actual − forecast
  double absolute = 0;   ///< mean of |actual − forecast|
  double square = 0;     ///< mean of (actual − forecast)²
  double symmetric = 0;  ///< mean of 2|actual − forecast| / (|actual| + |forecast|), a fraction
};

/// One forecast as it was kept: made when `origin` periods were known, for period `target`, counted from 1.
struct KeptForecast {
  int origin, target;
  double amount;
};

/// How good kept forecasts were, by how far ahead they were made: element h is of those h + 1 periods ahead. Targets
/// that have no actual yet, and forecasts of what was known already, stay out. Empty when nothing can be compared.
std::vector<LeadErrors> errors_by_lead(std::span<const KeptForecast> kept, Gaps actuals);

/// Forecasts made again from each of the last `origins` points that have an actual `1…horizon` periods later, each from
/// what was known then. At least half of the history, and the `least` first values, are kept to learn from. Empty when
/// there is no such origin.
std::vector<LeadErrors> back_test(Series history, std::size_t season, std::size_t horizon, ForecastMethod method,
                                  std::size_t origins);

/// BACKTEST(history; horizon; season; method; origins): a row for each distance ahead: periods ahead, number of
/// forecasts, bias (actual − forecast), mean absolute error, root mean square error, sMAPE as a fraction, MASE against
/// the mean change from year to year of the history (blank when that is 0). Faults: as FORECAST; number when origins is
/// not in 1…120 or the history is too short for one origin.
Result<Table> backtest(Gaps history, std::optional<int> horizon, int season, ForecastMethod method, int origins);

}  // namespace steward::forecast
