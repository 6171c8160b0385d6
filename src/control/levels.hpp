#pragma once

#include <optional>
#include <string>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::control {

/// How alarming the use of a budget is; the numbers are what LEVEL gives.
enum class AlertLevel { fine, yellow, orange, red, over };

/// Shares of the budget at which the levels are reached, and the deviation that is still not over.
struct Thresholds {
  double yellow = 0.8, orange = 0.9, red = 0.95, tolerance = 0;
};

/// The highest level that is reached: yellow, orange and red at or above their threshold, over strictly above
/// 1 + tolerance. For revenue `used` is attainment to date, and the levels are shortfalls of at least 5, 10 and 20 %
/// whatever the thresholds; over-attainment is fine. Statistical lines are always fine.
/// Ratios are compared within 1e-12, so that 4.80 of 6.00 is yellow.
AlertLevel level_of(double used, const Thresholds& thresholds, Nature nature);

/// Whether a recovery, a line with a budget below 0, is behind: what came in against its budget to date falls short as
/// income does from yellow on.
bool falls_short(double attainment);

/// LEVEL(used; yellow; orange; red; tolerance; nature): 0 fine, 1 yellow, 2 orange, 3 red, 4 over.
/// Faults: number when a threshold or the tolerance is negative.
Result<double> level(double used, double yellow, double orange, double red, double tolerance, Nature nature);

/// STATUS(used; yellow; orange; red; tolerance; labels): the level of an expense in words, OK, Yellow, Orange, Red or
/// Over, or the five labels given, from fine to over.
/// Faults: as level(); argument when the labels are not five words.
Result<std::string> status(double used, double yellow, double orange, double red, double tolerance,
                           const std::optional<Table>& labels);

}  // namespace steward::control
