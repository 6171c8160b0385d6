#include "forecast/working_days.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>

namespace steward::forecast {
namespace {

Result<double> average_of(std::span<const double> days, std::size_t history_length) {
  if (history_length == 0 || days.size() < history_length)
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  const double average = mean(days.first(history_length));
  if (!(average > 0)) return Fault{FaultKind::number, phrase::divided_by_zero, {"days"}};
  return average;
}

}  // namespace

Result<Values> per_average_day(Series history, std::span<const double> days) {
  STEWARD_TRY(const double average, average_of(days, history.size()));
  if (!(std::ranges::min(days.first(history.size())) > 0))
    return Fault{FaultKind::number, phrase::divided_by_zero, {"days"}};
  Values result(history.begin(), history.end());
  for (std::size_t t = 0; t < result.size(); ++t) result[t] *= average / days[t];
  return result;
}

Result<Values> restore_days(Series forecast, std::size_t history_length, std::span<const double> days) {
  STEWARD_TRY(const double average, average_of(days, history_length));
  if (days.size() < history_length + forecast.size()) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  Values result(forecast.begin(), forecast.end());
  for (std::size_t h = 0; h < result.size(); ++h) result[h] *= days[history_length + h] / average;
  return result;
}

}  // namespace steward::forecast
