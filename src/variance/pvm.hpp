#pragma once

#include <optional>

#include "result.hpp"
#include "value.hpp"

namespace steward::variance {

/// PVM(label; base_qty; base_price; actual_qty; actual_price; nature): why an amount changed. A row for each item and a
/// total row; columns label, base amount, price, mix, quantity, new, discontinued, actual amount, "F" or "U".
///   price      (actual price − base price) × actual quantity
///   mix        (actual quantity − actual total at base mix) × base price
///   quantity   (actual total at base mix − base quantity) × base price
/// Effects go in the direction of the amount, exact in cents: base + effects = actual in every row, every column adds
/// up to its total. An item with a quantity in one period only is new or discontinued and stays out of mix and
/// quantity. F and U follow the nature of the line; in the total row, the sum of the favourable and adverse changes.
/// Faults: argument when the ranges differ in length or a nature is unknown; value for a text among numbers.
/// Source: LPU, Management Accounting, p. 174, with items in one period only set apart.
Result<Table> pvm(const Table& label, const Table& base_qty, const Table& base_price, const Table& actual_qty,
                  const Table& actual_price, const std::optional<Table>& nature);

}  // namespace steward::variance
