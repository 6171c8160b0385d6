#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Whether the workbook itself tells that a column is none of its amounts: beside it stands a column whose total foots, or one
/// that is pieces times price, and this one has no total, goes into no sum of the workbook, and its header names no stage,
/// nature, year or version of the budget. Shop prices, list prices, deposits and weights look like this.
bool is_unsummed_beside_amount(const Draft& draft, const AmountColumn& column);

}  // namespace steward::recognise
