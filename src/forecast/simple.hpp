#pragma once

#include "forecast/series.hpp"

namespace steward::forecast {

/// The last year again, period by period; with less than a year of history the last value. Needs one value.
Values repeat_year(Series x, std::size_t season, std::size_t horizon);

/// The last year times the root of its growth over the year before, once more for each further year. Growth is taken
/// over the periods that both years have, within 0.5…2, and is none when a total is not positive. Under a year and one
/// period: repeat_year.
Values grow_year(Series x, std::size_t season, std::size_t horizon);

/// last + h·(last − first)/(n − 1).
Values carry_drift(Series x, std::size_t horizon);

/// Half the median, half the mean in which each period counts 0.9 of the one after it.
double usual_level(Series x);

/// The same amount in all periods.
inline Values flat(double level, std::size_t horizon) {
  return Values(horizon, level);
}

}  // namespace steward::forecast
