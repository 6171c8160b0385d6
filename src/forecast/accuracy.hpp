#pragma once

#include "forecast/history.hpp"
#include "value.hpp"
#include "words/table_language.hpp"

namespace steward::forecast {

/// FORECAST.ACCURACY(actual; forecast; history; season): two columns, the measure and its value:
///   MAPE             mean of |error| / |actual| over the periods whose actual is not 0, a fraction
///   sMAPE            mean of 2|error| / (|actual| + |forecast|), a fraction; 0 where both are 0 (M4 competition)
///   MASE             mean of |error| over the mean change from year to year of the history (Hyndman & Koehler 2006);
///                    blank without a history, or when it never changes
///   bias             mean of the error: positive when actuals came in above the forecast
///   MAD              mean of |error|
///   tracking signal  sum of the errors / MAD; beyond ±4 the forecast leans to one side (Brown 1963)
/// error = actual − forecast. A period that lacks one of the two stays out. With no error at all the tracking signal is
/// 0; MAPE is blank when every actual is 0. The measures are named in `language`, else in that of the document.
/// Faults: argument when the ranges differ in length; not_available when no
/// period has both; number for the season; argument for an unknown language.
Result<Table> accuracy(Gaps actual, Gaps forecast, const std::optional<std::vector<std::optional<double>>>& history,
                       int season, const std::optional<std::string>& language, Language of_document);

}  // namespace steward::forecast
