#pragma once

#include "forecast/history.hpp"
#include "value.hpp"
#include "words/table_language.hpp"
#include "words/words.hpp"

namespace steward::forecast {

/// What "auto" does with a history, and why, in words and numbers. Four columns: what, detail, error inside the
/// history, error of the back-test. The first row is the choice and its reason, then follow the history, the season
/// and, when models are asked, a row for each of the six with its parameters. Errors are means of |actual − forecast|
/// in the unit of the history. Inside: one step ahead, with the parameters that the whole history gave; for the choice
/// one step ahead from each period of the last year, known only what came before. Back-test: up to a year ahead (12
/// periods at most, 4 without a season), forecast again from three earlier ends of the history. Blank where there is
/// none.
Result<Table> explain_forecast(Gaps history, int season, Language language);

/// FORECAST.METHOD(history; season; language): explain_forecast in the language asked for, or in that of the document.
/// Faults: not_available without history; number when the season is out of range or the history too blank; argument for
/// an unknown language.
Result<Table> forecast_method(Gaps history, int season, const std::optional<std::string>& language, Language of_document);

}  // namespace steward::forecast
