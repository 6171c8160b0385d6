#pragma once

#include <optional>
#include <string_view>

namespace steward::control {

/// Periods of every year in which a rule holds, both included, counted from 1.
struct Season {
  int first = 1, last = 1;

  bool contains(int period_of_year) const { return period_of_year >= first && period_of_year <= last; }
  bool operator==(const Season&) const = default;
};

/// "Q1", "H2", "P06", "6", "P06-P08": a quarter, a half, a period, or a stretch of periods. Nothing when it is none of
/// these, or does not lie within a year of so many periods. 13 periods have no quarters and no halves.
std::optional<Season> read_season(std::string_view text, int periods_in_year);

}  // namespace steward::control
