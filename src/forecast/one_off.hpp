#pragma once

#include "forecast/series.hpp"

namespace steward::forecast {

/// Places of amounts that stand alone: further from what the months around and the same period of other years suggest
/// than eight times the usual distance and than one and a half times the amount expected, while neither neighbour does
/// the same. What comes back each year is no one-off, and a change that stays is none; nor is the first or last value where it
/// goes on as the two beside it have grown. Looks at histories of two years, or five values without a season; shorter
/// ones cannot tell, and give none.
std::vector<std::size_t> one_offs(Series x, std::size_t season);

/// The history with each one-off replaced by what its surroundings suggest.
Values without_one_offs(Series x, std::size_t season, const std::vector<std::size_t>& places);

}  // namespace steward::forecast
