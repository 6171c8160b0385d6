#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace steward::forecast {

/// A history, oldest value first, one value a period and without gaps.
using Series = std::span<const double>;
using Values = std::vector<double>;

/// Sum / count; 0 for an empty series.
double mean(Series x);
/// The middle value, or the mean of the two middle ones; 0 for an empty series.
double median(Values x);
/// The value below which the share q of the values lies, interpolated between neighbours (type 7 of Hyndman & Fan
/// 1996); q in 0…1. `sorted` must ascend and hold at least one value.
double quantile(Series sorted, double q);
/// Mean of |x_t − x_{t−lag}|; 0 when the series has no value that far back.
double mean_change(Series x, std::size_t lag);
/// Autocorrelations at lags 1…lags (divisor n, mean removed); all 0 for a constant series.
Values autocorrelations(Series x, std::size_t lags);

/// A power of two near the mean of |x|, so that dividing by it loses no digit; 1 when all is 0.
double unit_of(Series x);

/// A straight line through the values at 0, 1, 2 …, by least squares.
struct Line {
  double intercept, slope;
};
Line straight_line(Series x);

}  // namespace steward::forecast
