#pragma once

#include "plan/command.hpp"

namespace steward::plan {

/// Writes a forecast sheet: actuals, forecast and interval by period with a chart, the year-end landing, what was chosen
/// and why, and the errors of a back-test, as live formulas wherever a formula can do it.
///
/// Under control: the lines of the budget, actuals from the ledger up to the last period that is closed (ended by
/// `asOf`, and not beyond the last posting), after the prior years of the user's table where it has them. The forecast is
/// kept as a vintage, and the accuracy of earlier ones by lead time is reported. While less than a year is known the
/// budget gives the shape.
/// Not under control, or with `range`: one history, see read_history_range; without `range` the only one of the
/// workbook.
///
/// Options: range, horizon (default: a year, under control to the end of the year at least), season (default: the
/// table's own periodicity), confidence (0.95), language (en, zh), asOf, line (id or key: the one that the chart shows;
/// default: all lines of the nature with the largest budget), startMonth (of the year, for a range).
/// Answer: what, line, period, actual, lower, forecast, upper, count, bias, error, note; `what` is source, chosen,
/// period, landing, vintage or accuracy (period: periods ahead).
/// Faults: refused when there is no history, or when it cannot be read without asking.
Result<Plan> forecast(const Request& request);

/// The options of the command, read.
struct ForecastWishes {
  std::optional<std::string> range, line;
  std::optional<std::size_t> horizon, season;
  double confidence = 0.95;
  Language language = Language::english;
  std::optional<Date> as_of;
  int start_month = 1;
};

Result<Plan> forecast_range(const Request& request, const ForecastWishes& wishes);
Result<Plan> forecast_control(const Request& request, const ForecastWishes& wishes);

}  // namespace steward::plan
