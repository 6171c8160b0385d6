#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Groups whose sum stands above their lines though nothing marks it, as pivot tables are copied ("Sales 150, Travel 100,
/// Phone 50"): where the lines do not add up to the total, and do so once the heads of such groups are not counted.
void find_group_heads(Draft& draft);

/// Lines taken from elsewhere that come to what the lines above them do, and with which the next sum begins: "Software,
/// hardware, labour, all of it = F19, overhead, SUM(C26:C28)". The sum counts them, and not what is above them.
void find_carried_sums(Draft& draft);

/// "01.01 = E6" over "01.01.01": heads of groups of one, where the keys or other heads of the column show what they are.
void find_heads_of_one(Draft& draft);

/// Lines that are the difference of two totals above them in every column: "Zuschussbedarf" without a formula.
void find_differences(Draft& draft);

}  // namespace steward::recognise
