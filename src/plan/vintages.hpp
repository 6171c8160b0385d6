#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "forecast/back_test.hpp"
#include "plan/control_book.hpp"
#include "plan/log_writer.hpp"

namespace steward::plan {

/// The forecast of one line, by period from the first one ahead.
struct LineForecast {
  control::LineNumber line;
  std::vector<Money> amounts;
};

/// Forecasts as they were made: frozen copies in the Versions table, of kind forecast, never overwritten. Each run that
/// says something new adds one.
class Vintages {
 public:
  explicit Vintages(ControlBook& control);

  /// The name of the last vintage when it says the same from the same period on; nothing when this one is new.
  std::optional<std::string> same_as_last(control::PeriodNumber first, const std::vector<LineForecast>& lines) const;
  /// The rows of a new vintage, and the row of the log that proves them. Returns its name: "F1", "F2" …
  std::string add(control::PeriodNumber first, const std::vector<LineForecast>& lines, const Circumstances& now,
                  std::vector<Edit>& edits, LogWriter& log);

  /// The vintages of some lines together, one kept forecast for each period ahead: made when the periods before its
  /// first were known. Periods are counted from `first` as 1.
  std::vector<forecast::KeptForecast> kept(const std::vector<control::LineNumber>& lines,
                                           control::PeriodNumber first) const;

 private:
  using Figures = std::map<std::pair<control::LineNumber, control::PeriodNumber>, Money>;

  ControlBook& control_;
  std::vector<std::pair<std::string, Figures>> vintages_;  ///< in the order of the table
};

/// How good kept forecasts were, a row for each number of periods ahead: it, how many, bias, mean absolute error, root
/// mean square error, sMAPE.
Table accuracy_by_lead(const std::vector<forecast::KeptForecast>& kept, forecast::Gaps actuals);

}  // namespace steward::plan
