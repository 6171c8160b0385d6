#pragma once

#include <cstddef>
#include <optional>

#include "forecast/series.hpp"

namespace steward::forecast {

/// Whether at least a third of the values are zero, some are not, and none is negative.
bool is_intermittent(Series x);

/// The number of periods after which amounts and zeros repeat: `season` when every year has its amounts in the same
/// periods (annual insurance, quarterly rent), or the even distance between three or more amounts. Empty when they come
/// at no fixed time. For intermittent series.
std::optional<std::size_t> lump_cycle(Series x, std::size_t season);

/// Mean amount a period by Croston's method with the correction of Syntetos & Boylan 2005: (1 − α/2)·size/interval,
/// α = 0.1. 0 for a series of zeros.
double croston_level(Series x);

/// Mean amount a period by Teunter, Syntetos & Babai 2011: probability × size, the probability revised in every period,
/// so that a line that has died out goes to 0. α = β = 0.1.
double fading_level(Series x);

}  // namespace steward::forecast
