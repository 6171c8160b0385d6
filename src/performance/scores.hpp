#pragma once

#include <optional>
#include <span>

#include "result.hpp"
#include "value.hpp"

namespace steward::performance {

/// SCORE(value; target; weight; direction; cap): the weighted attainment of several targets, as a fraction.
///   Σ weight × attainment / Σ weight, attainment = value / target, or target / value where lower is better
/// No attainment counts for more than the cap, where one is given. Direction is one for all or one for each target.
/// Faults: argument when the ranges differ in length or a direction is unknown; division_by_zero when a target is 0, or
/// a value where lower is better (unless capped: then it counts for the cap); number when a weight is negative or all
/// are 0. Source: Kaplan and Norton, The Balanced Scorecard, weighted composite of indicators.
Result<double> score(std::span<const double> value, std::span<const double> target, std::span<const double> weight,
                     const std::optional<Table>& direction, std::optional<double> cap);

/// OPPORTUNITY(impact; feasibility; risk; weights): how promising proposals are, each judged with points from 1 to 5.
/// Two columns, a row each: the weighted mean of impact, feasibility and 6 − risk (so that a high risk counts little),
/// and its grade: A from 4, B from 3, C from 2, else D. Three weights; equal ones when left out. Faults: number when
/// points lie outside 1 … 5, or weights are negative or all 0; argument when the ranges differ in length or there are
/// not three weights.
Result<Table> opportunity(std::span<const double> impact, std::span<const double> feasibility,
                          std::span<const double> risk, const std::optional<Table>& weights);

/// RFM(recency; frequency; monetary; classes): for each customer three digits, classes from 1 (worst) of recency
/// (periods since the last purchase, fewer is better), frequency and amount. A class is 1 + the whole part of classes ×
/// the share of customers who do worse, so that equal customers have equal classes. Faults: argument when the ranges
/// differ in length; number when classes are not 2 … 9; value for a text or a blank. Source: Hughes, Strategic Database
/// Marketing, 1994.
Result<Table> rfm(const Table& recency, const Table& frequency, const Table& monetary, int classes);

}  // namespace steward::performance
