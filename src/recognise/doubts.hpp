#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Whether a header is what a bank, a ledger or a payroll calls its amounts: debit, withdrawal, tax, salary.
bool names_entries(std::string_view header);

/// Whether nothing says that a column holds money: no word of its header, no title, no currency, no nature of its lines,
/// no formula, and no total that adds it up. Miles, quotas and marks look like this.
bool tells_nothing_of_money(const Draft& draft, const AmountColumn& column);

/// Whether a total adds up small whole numbers on a sheet that says nothing of money anywhere: pieces ordered, games won.
bool may_count_pieces(const Draft& draft, const AmountColumn& column);

/// Whether figures are rates by the hour, or, typed, come to 100 or to 1 as shares do, or stand under a bare "Total" beside the amounts without being
/// their sum, as a bank's balance does.
bool may_be_shares_or_balance(const Draft& draft, const AmountColumn& column);

/// Whether typed figures stand under a bare "Total" beside a column of amounts without being its sum.
bool is_total_of_nothing(const Draft& draft, const AmountColumn& column);

/// Asks where the rows of a column may be no addends of one sum: lines that are multiplied with each other, a rate among
/// amounts, tables that are each closed by a grand total of their own, totals that add up cells which are read as no
/// amounts. What the user answers is obeyed: "no" leaves the column without a total.
void ask_doubts(Draft& draft);

/// Asks whether a column is right as it is read, or does what was answered: "no" leaves it without a total. False when the
/// answer lets it stand.
bool ask_whether(Draft& draft, AmountColumn& column, std::string_view kind, int row, Phrase sentence, std::vector<std::string> blanks);

/// Rows as a question names them: "5, 9, 12", the first eight of them.
std::string row_numbers(const std::vector<int>& rows);

}  // namespace steward::recognise
