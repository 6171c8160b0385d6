#pragma once

#include <cstddef>

#include "forecast/series.hpp"

namespace steward::forecast {

/// The pattern of a year: one index for each of its periods, the first being that of the first value of the series.
struct SeasonalPattern {
  Values index;  ///< multiplicative: mean 1; additive: mean 0, in the unit of the series
  bool multiplicative;

  double of(std::size_t t) const { return index[t % index.size()]; }
  double removed(double value, std::size_t t) const { return multiplicative ? value / of(t) : value - of(t); }
  double restored(double value, std::size_t t) const { return multiplicative ? value * of(t) : value + of(t); }
  bool is_flat() const { return index.size() < 2; }
};

/// No season at all: removing it changes nothing.
inline SeasonalPattern flat_pattern() {
  return {{1.0}, true};
}

/// Whether the series is seasonal: |autocorrelation at lag m| against 1.645 standard errors of Bartlett, with three
/// years of data at least, as the M4 competition tests it.
bool is_seasonal(Series x, std::size_t season);

/// Classical decomposition: the mean, for each period of the year, of the value over (multiplicative) or less
/// (additive) the centred moving average of a year. Needs two years; multiplicative needs positive values.
SeasonalPattern decompose(Series x, std::size_t season, bool multiplicative);

/// The pattern that forecasts rest on. It differs from the classical one in four ways, each of which lowered the error
/// on the competition series (tests/bench/README.md): the average of a year reaches the ends of the series, because
/// half a year is added there from the nearest year; each year counts 0.8 of the one after it (tests/bench/check_choices.py); the indices are drawn
/// towards "no season" as far as they could be noise (James & Stein 1961, for seasons Miller & Williams 2003); no test
/// throws the season away. Multiplicative unless a value is not positive or an index would be below 0.01. Flat under
/// two years.
SeasonalPattern recent_pattern(Series x, std::size_t season, double weight_of_a_year = 0.8);

/// The values with the pattern taken out.
Values adjusted(Series x, const SeasonalPattern& pattern);

/// Puts the pattern back into forecasts, the first of which is for the time `from`.
void restore(Values& forecast, const SeasonalPattern& pattern, std::size_t from);

}  // namespace steward::forecast
