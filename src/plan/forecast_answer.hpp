#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/forecast_page.hpp"

namespace steward::plan {

/// The rows that the command Forecast returns.
class ForecastAnswer {
 public:
  explicit ForecastAnswer(Language language);

  struct Cells {
    std::string what, line = {};
    Value period = Blank();
    std::optional<double> actual = {}, lower = {}, forecast = {}, upper = {}, count = {}, bias = {}, error = {};
    std::string note = {};
  };
  void add(Cells cells);
  /// Reason, and every period of the series with its interval. Returns the forecast of each period ahead.
  Result<std::vector<double>> add_series(const ForecastSeries& series, const std::string& line);
  void add_accuracy(const Table& accuracy, const std::string& line);

  Table table;

 private:
  Language language_;
};

/// A label as a text.
std::string label_text(const Content& label);

}  // namespace steward::plan
