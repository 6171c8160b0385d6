#pragma once

#include <initializer_list>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Prices, pieces and other factors and addends of an amount in the same row are no amounts; what is made of numbers of things
/// is a number of things. By how columns are multiplied and added row by row. Derivations must be known.
void settle_factors(Draft& draft);

/// Whether a column is of one of the kinds.
bool is_any(const ColumnFacts& facts, std::initializer_list<ColumnKind> kinds);
/// Whether a header speaks of money, a stage of the budget or a period.
bool tells_money(const ColumnFacts& facts);
/// Whether cells of the column add up other cells of it.
bool adds_itself_up(const Draft& draft, const ColumnFacts& facts);
/// Whether a figure of the column shows a currency.
bool shows_currency(const Draft& draft, const ColumnFacts& facts);

}  // namespace steward::recognise
