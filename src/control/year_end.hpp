#pragma once

#include <vector>

#include "control/carry.hpp"
#include "control/line.hpp"
#include "control/standing.hpp"

namespace steward::control {

/// By which terms budget is carried out of a year; see carry().
struct CarryTerms {
  CarryPolicy policy = CarryPolicy::none;
  double cap = 0;    ///< share of the revised budget
  double floor = 0;  ///< less than this lapses
};

/// What a line hands on at the end of a year.
struct HandedOn {
  LineNumber line = 0;
  Money available;   ///< at the end of the year
  Money encumbered;  ///< outstanding commitments of the year: they move with their own budget
  Money carried;     ///< of what is available
  Money lapsed;      ///< the rest
  Money own;         ///< of what is carried, beside what the lines below it carry: what is to be posted on its key
};

/// Every expense and asset line with a budget in the year, in the order of the lines. A line above others is carried as
/// a whole: its own part makes up the difference, and is negative where the lines below carry more than it may.
/// Faults: as carry().
Result<std::vector<HandedOn>> hand_on(LineBook& lines, const Standings& standings, Window year, Accounting accounting,
                                      const CarryTerms& terms, int decimals);

}  // namespace steward::control
