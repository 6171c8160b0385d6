#pragma once

#include <optional>
#include <span>
#include <vector>

#include "result.hpp"
#include "words/keywords.hpp"

/// Variances of price and quantity, and of the mix and yield of several inputs or products. The formulas are those of
/// cost, favourable positive; for revenue the sign is turned.
namespace steward::variance {

/// PRICE.VARIANCE(actual_price; standard_price; actual_qty; nature)
///   (standard price − actual price) × actual quantity: material price, labour rate, selling price.
/// Source: Horngren, Datar, Rajan, Cost Accounting, ch. 7.
Result<double> price_variance(double actual_price, double standard_price, double actual_qty, Nature nature);

/// QUANTITY.VARIANCE(actual_qty; standard_qty; standard_price; nature)
///   (standard quantity − actual quantity) × standard price: material usage, labour efficiency, sales volume.
/// Together with the price variance it is standard cost − actual cost. Source: as above.
Result<double> quantity_variance(double actual_qty, double standard_qty, double standard_price, Nature nature);

/// MIX.VARIANCE(actual_qty; standard_qty; standard_price; nature; school), for each item
///   item      (actual total at standard mix − actual quantity) × standard price
///   average   (the same) × (standard price − average standard price)
/// Both schools sum to the same. Faults: argument when the ranges differ in length; division_by_zero when the standard
/// quantities add up to 0. Source: CIMA Official Terminology; LPU, Management Accounting, p. 174.
Result<std::vector<double>> mix_variance(std::span<const double> actual_qty, std::span<const double> standard_qty,
                                         std::span<const double> standard_price, Nature nature, MixSchool school);

/// YIELD.VARIANCE(actual_qty; standard_qty; standard_price; output; standard_output; nature), for each item
///   (standard quantity for the output − actual total at standard mix) × standard price
/// The standard quantities belong to the standard output, and are scaled to the output; without the two they are those
/// of the output already. mix (by item) + yield = usage, item by item. Faults: as mix_variance(); argument when only
/// one output is given; division_by_zero when the standard output is 0.
Result<std::vector<double>> yield_variance(std::span<const double> actual_qty, std::span<const double> standard_qty,
                                           std::span<const double> standard_price, std::optional<double> output,
                                           std::optional<double> standard_output, Nature nature);

}  // namespace steward::variance
