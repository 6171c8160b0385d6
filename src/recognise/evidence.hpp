#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Asks, in one question for the table, whether columns hold amounts of money that are to be added up, where nothing shows
/// that they do. A column is shown to be money by its own header, by a currency, by months or natures on a sheet of money, by
/// three periods or more of named lines, by a column of amounts that adds it up; a price, small whole numbers and factors of other columns need a total that foots as
/// well. What foots is left alone if anything around it speaks of money. What the user answered is done: "no" leaves the
/// columns without totals.
void ask_evidence(Draft& draft);

/// Whether each line of the column is in a total or on a side of a balance: subtotals without a grand total.
bool is_added_up(const Draft& draft, const AmountColumn& column);

}  // namespace steward::recognise
