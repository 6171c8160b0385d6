#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::allocation {

/// OPTIMIZE(total; parameters; present; minimum; maximum; curve): the allocation of a total among channels that brings
/// the largest result, at which one unit more brings the same everywhere, but for channels at their bounds. The
/// parameters have a row for each channel, with a and b in the first two columns, as RESPONSE gives them. Columns, a
/// row for each channel:
///   spend, result, marginal return, present spend, result of the present spend (blank when no present is given)
/// The spends add up to the total; they are not rounded. Bounds are one for all or one for each channel; a blank is
/// none. Faults: number when the total is negative, the bounds do not fit, or a curve has no diminishing return (a and
/// b must be positive, for a power b below 1); argument when ranges differ in length; value for a text. Source:
/// Lagrange multiplier of a separable concave problem, Patriksson, EJOR 185, 2008.
Result<Table> optimize(double total, const Table& parameters, const std::optional<Table>& present,
                       const std::optional<Table>& minimum, const std::optional<Table>& maximum, ResponseCurve curve);

}  // namespace steward::allocation
