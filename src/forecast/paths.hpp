#pragma once

#include "forecast/outlook.hpp"
#include "matrix.hpp"

namespace steward::forecast {

/// Ways the future may take: `count` rows of one amount a period. Each period is spread as its interval says; periods
/// hang together, because an error in the level stays: partly as the smoothing of the level passes it on, partly in
/// full (the shares are fitted by tests/bench/landing_bench.cpp, so that the interval of a sum holds what it promises).
/// Amounts that come now and then are drawn from the past. The same seed gives the same paths.
Matrix<double> possible_paths(const Outlook& outlook, std::size_t count, unsigned seed);

}  // namespace steward::forecast
