#pragma once

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::allocation {

/// CREDIT(paths; method): which channel earned the conversions. Each row is a path: its channels in order, one a cell
/// or joined by ">", then how many converted (1 when left out) and how many did not; a single 0 is one path that did
/// not. Columns, a row for each channel in order of appearance: channel, conversions credited, share of all
/// conversions.
///   first, last   the path's first or last channel
///   linear        every contact of the path alike
///   shapley       every channel of the path alike, which is the Shapley value when a path converts once all of its
///                 channels took part (Zhao et al., Shapley Value Methods for Attribution Modeling, 2018)
///   markov        by removal effect: how many conversions a first-order Markov chain of the paths loses without the
///                 channel (Anderl et al., Mapping the customer journey, 2016)
/// Credits add up to the conversions. Faults: number when a count is negative or there are more than 100 channels for
/// markov; not_available when no path has a channel; value for an error.
Result<Table> credit(const Table& paths, CreditMethod method);

}  // namespace steward::allocation
