#include "forecast/accuracy.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

struct Sums {
  double count = 0, error = 0, absolute = 0, symmetric = 0, relative = 0, not_zero = 0;
};

Sums add_up(Gaps actual, Gaps forecast) {
  Sums sums;
  for (std::size_t t = 0; t < actual.size(); ++t) {
    if (!actual[t] || !forecast[t]) continue;
    const double error = *actual[t] - *forecast[t], size = std::abs(*actual[t]) + std::abs(*forecast[t]);
    sums.count += 1;
    sums.error += error;
    sums.absolute += std::abs(error);
    sums.symmetric += size > 0 ? 2 * std::abs(error) / size : 0;
    if (*actual[t] == 0) continue;
    sums.not_zero += 1;
    sums.relative += std::abs(error / *actual[t]);
  }
  return sums;
}

}  // namespace

Result<Table> accuracy(Gaps actual, Gaps forecast, const std::optional<std::vector<std::optional<double>>>& history,
                       int season, const std::optional<std::string>& language, Language of_document) {
  if (actual.size() != forecast.size()) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  STEWARD_TRY(const std::size_t periods, read_season(season));
  STEWARD_TRY(const Language spoken, table_language(language, of_document));
  const Sums sums = add_up(actual, forecast);
  if (sums.count == 0) return Fault{FaultKind::not_available, phrase::no_pair, {}};
  double change = 0;
  if (history) {
    STEWARD_TRY(const History read, read_history(*history, periods));
    change = mean_change(read.values, periods);
  }
  const double deviation = sums.absolute / sums.count;
  const auto or_blank = [](bool known, double value) { return known ? Value(value) : Value(Blank()); };
  Table table;
  table.append({std::string("MAPE"), or_blank(sums.not_zero > 0, sums.relative / std::max(sums.not_zero, 1.0))});
  table.append({std::string("sMAPE"), sums.symmetric / sums.count});
  table.append({std::string("MASE"), or_blank(change > 0, deviation / (change > 0 ? change : 1))});
  table.append({std::string(text(phrase::accuracy_bias, spoken)), sums.error / sums.count});
  table.append({std::string("MAD"), deviation});
  table.append({std::string(text(phrase::accuracy_signal, spoken)), deviation > 0 ? sums.error / deviation : 0.0});
  return table;
}

}  // namespace steward::forecast
