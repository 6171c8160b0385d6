#include "plan/forecast_answer.hpp"

#include <algorithm>

#include "forecast/explanation.hpp"
#include "forecast/forecast.hpp"
#include "plan/answer.hpp"
#include "plan/log_writer.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"

namespace steward::plan {

std::string label_text(const Content& label) {
  if (const auto* day = std::get_if<Date>(&label)) return iso(*day);
  if (const auto* text = std::get_if<std::string>(&label)) return *text;
  return {};
}

ForecastAnswer::ForecastAnswer(Language language)
    : table(answer_with({"what", "line", "period", "actual", "lower", "forecast", "upper", "count", "bias", "error", "note"})),
      language_(language) {}

void ForecastAnswer::add(Cells cells) {
  const auto number = [](const std::optional<double>& value) { return value ? Value(*value) : Value(std::string()); };
  const Value period = is_blank(cells.period) ? Value(std::string()) : std::move(cells.period);
  table.append({std::move(cells.what), std::move(cells.line), period, number(cells.actual), number(cells.lower),
                number(cells.forecast), number(cells.upper), number(cells.count), number(cells.bias), number(cells.error),
                std::move(cells.note)});
}

Result<std::vector<double>> ForecastAnswer::add_series(const ForecastSeries& series, const std::string& line) {
  const int horizon = static_cast<int>(series.horizon), season = static_cast<int>(series.season);
  const auto profile = series.goes_by_profile() ? std::optional(series.profile) : std::nullopt;
  if (!profile) {
    STEWARD_TRY(const Table method, forecast::explain_forecast(series.values, season, language_));
    const auto* reason = std::get_if<std::string>(&method.at(0, 1));
    const auto* inside = std::get_if<double>(&method.at(0, 2));
    Cells chosen{"chosen", line};
    if (inside) chosen.error = *inside;
    if (reason) chosen.note = *reason;
    add(std::move(chosen));
  }
  STEWARD_TRY(const std::vector<double> centre,
              forecast::forecast(series.values, horizon, season, ForecastMethod::automatic, 0, {}, profile));
  const auto bounds = forecast::forecast_interval(series.values, horizon, series.confidence, season,
                                                  ForecastMethod::automatic, {}, profile);
  const std::size_t known = series.values.size();
  for (std::size_t t = 0; t < known + series.horizon; ++t) {
    Cells cells{"period", line, label_text(series.labels[t])};
    if (t < known) {
      cells.actual = series.values[t];
    } else {
      const std::size_t h = t - known;
      cells.forecast = centre[h];
      if (bounds) cells.lower = bounds.value().at(h, 0), cells.upper = bounds.value().at(h, 2);
    }
    add(std::move(cells));
  }
  return centre;
}

void ForecastAnswer::add_accuracy(const Table& accuracy, const std::string& line) {
  const auto at = [&](std::size_t row, std::size_t column) { return std::get<double>(accuracy.at(row, column)); };
  for (std::size_t row = 0; row < accuracy.rows(); ++row) {
    Cells cells{"accuracy", line, at(row, 0)};
    cells.count = at(row, 1);
    cells.bias = at(row, 2);
    cells.error = at(row, 3);
    add(std::move(cells));
  }
}

}  // namespace steward::plan
