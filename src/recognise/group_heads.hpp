#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Groups whose sum stands above their lines though nothing marks it, as pivot tables are copied ("Sales 150, Travel 100,
/// Phone 50"): where the lines do not add up to the total, and do so once the heads of such groups are not counted.
void find_group_heads(Draft& draft);

/// Lines that are the difference of two totals above them in every column: "Zuschussbedarf" without a formula.
void find_differences(Draft& draft);

}  // namespace steward::recognise
