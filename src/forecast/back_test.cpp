#include "forecast/back_test.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/methods.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {
namespace {

void count_error(LeadErrors& errors, double actual, double forecast) {
  const double error = actual - forecast, size = std::abs(actual) + std::abs(forecast);
  errors.count += 1;
  errors.bias += error;
  errors.absolute += std::abs(error);
  errors.square += error * error;
  errors.symmetric += size > 0 ? 2 * std::abs(error) / size : 0;
}

void average(LeadErrors& errors) {
  if (errors.count == 0) return;
  const double n = errors.count;
  errors = {errors.count, errors.bias / n, errors.absolute / n, errors.square / n, errors.symmetric / n};
}

// How many values must be known before the first origin: half of them, or what the seasonal models ask for.
std::size_t learned_first(std::size_t length, std::size_t season) {
  const std::size_t wanted = season > 1 ? 2 * season : 4;
  return length > wanted ? std::max(length / 2, std::min(wanted, length - 1)) : std::max<std::size_t>(length / 2, 1);
}

}  // namespace

std::vector<LeadErrors> errors_by_lead(std::span<const KeptForecast> kept, Gaps actuals) {
  std::vector<LeadErrors> result;
  for (const KeptForecast& forecast : kept) {
    const int lead = forecast.target - forecast.origin;
    if (lead < 1 || forecast.target < 1 || static_cast<std::size_t>(forecast.target) > actuals.size()) continue;
    const auto& actual = actuals[static_cast<std::size_t>(forecast.target) - 1];
    if (!actual) continue;
    result.resize(std::max(result.size(), static_cast<std::size_t>(lead)));
    count_error(result[static_cast<std::size_t>(lead) - 1], *actual, forecast.amount);
  }
  std::ranges::for_each(result, average);
  return result;
}

std::vector<LeadErrors> back_test(Series history, std::size_t season, std::size_t horizon, ForecastMethod method,
                                  std::size_t origins) {
  std::vector<LeadErrors> result(horizon);
  const std::size_t first = learned_first(history.size(), season);
  bool any = false;
  for (std::size_t back = 1; back <= origins && history.size() >= first + back; ++back) {
    const std::size_t known = history.size() - back, ahead = std::min(horizon, back);
    const auto forecast = forecast_with(method, history.first(known), season, ahead);
    if (forecast.has_error()) continue;
    any = true;
    for (std::size_t h = 0; h < ahead; ++h) count_error(result[h], history[known + h], forecast.value()[h]);
  }
  if (!any) return {};
  std::ranges::for_each(result, average);
  return result;
}

Result<Table> backtest(Gaps history, std::optional<int> horizon, int season, ForecastMethod method, int origins) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const std::size_t steps, read_horizon(horizon.value_or(season)));
  if (origins < 1 || origins > 120) return Fault{FaultKind::number, phrase::count_unusable, {"origins", "1", "120"}};
  STEWARD_TRY(const History read, read_history(history, periods));
  const Series x = read.values;
  const auto errors = back_test(x, periods, steps, method, static_cast<std::size_t>(origins) + steps - 1);
  if (errors.empty())
    return Fault{FaultKind::number, phrase::history_too_short, {numeral(static_cast<double>(x.size())), "2"}};
  const double change = mean_change(x, periods);
  Table table;
  for (std::size_t h = 0; h < errors.size() && errors[h].count > 0; ++h) {
    const LeadErrors& e = errors[h];
    table.append({static_cast<double>(h + 1), static_cast<double>(e.count), e.bias, e.absolute, std::sqrt(e.square),
                  e.symmetric, change > 0 ? Value(e.absolute / change) : Value(Blank())});
  }
  return table;
}

}  // namespace steward::forecast
