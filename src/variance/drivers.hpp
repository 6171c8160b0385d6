#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"

namespace steward::variance {

/// DRIVERS(label; actual; budget; nature; count): the lines that explain most of a variance, largest first. Columns
/// label, variance (favourable positive), share of the gross variance (the sum of all variances without their signs),
/// and the shares added up. Lines without variance are left out; a blank amount adds nothing; ties keep their order.
/// Faults: argument when the ranges differ in length or a nature is unknown; number when the count is below 1; value
/// for a text among numbers; not_available when no line has a variance.
Result<Table> drivers(const Table& label, const Table& actual, const Table& budget, const std::optional<Table>& nature,
                      int count);

}  // namespace steward::variance
