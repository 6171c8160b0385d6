#pragma once

#include "forecast/history.hpp"
#include "matrix.hpp"
#include "words/keywords.hpp"

namespace steward::forecast {

/// FORECAST(history; horizon; season; method; nonnegative; days; profile): the amounts of the next `horizon` periods,
/// in the unit of the history. `season` is the number of periods in a year. Blanks in the history are gaps
/// (history.hpp). Not negative when no past amount is, or when `nonnegative` is not 0. Method "auto" is outlook.hpp,
/// the others methods.hpp. `days` are the working days of each cell of the history, then of each period ahead: the
/// forecast is made of amounts per average number of days and turned back (working_days.hpp). `profile` is a year of
/// amounts, a budget or a prior year, that gives the shape while less than a year is known and "auto" is asked: profile
/// × pace_after of what is known; the first cell of the history is its first period. Faults: not_available without
/// history and profile; number when horizon or season is out of range, the history too blank or too short for the
/// method, the profile shorter than a year, or what it has of the known periods not positive; argument when days do not
/// reach to the last period ahead.
Result<Values> forecast(Gaps history, int horizon, int season, ForecastMethod method, int nonnegative,
                        const std::optional<std::vector<double>>& days,
                        const std::optional<std::vector<std::optional<double>>>& profile);

/// FORECAST.INTERVAL(history; horizon; confidence; season; method; days; profile): a row a period of lower bound, forecast and upper
/// bound. With "auto" the interval is that of outlook.hpp. With another method its half width goes with the errors this
/// method makes one to `horizon` periods ahead inside the history (back_test), never narrower than the period before.
/// `days` and `profile` as for FORECAST; with a profile the half width is z·s·√(1 + 1/(k + 1)) times the forecast, s the
/// relative scatter of the k known periods around the profile at their own pace (a quarter while k is 1).
/// Faults: as FORECAST; number when the confidence is not between 0 and 1, or when the history leaves no error to
/// measure.
Result<Matrix<double>> forecast_interval(Gaps history, int horizon, double confidence, int season,
                                         ForecastMethod method, const std::optional<std::vector<double>>& days,
                                         const std::optional<std::vector<std::optional<double>>>& profile);

}  // namespace steward::forecast
