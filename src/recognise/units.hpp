#pragma once

#include <map>
#include <string>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// The currencies that the cells of a column show, by number format or in the text of an amount, each with the first row
/// in which it stands.
std::map<std::string, int> units_shown(const Draft& draft, const AmountColumn& column);

/// What the user has answered to a column that mixes them: "EUR" counts only those, "EUR=1; USD=0.92" converts.
/// Empty where nothing was answered or the answer names none of the units.
std::map<std::string, double> rates_answered(const Draft& draft, const AmountColumn& column,
                                             const std::map<std::string, int>& units);

/// What the user says all figures of the table are multiples of ("1000", or "1" where a word misleads), as answer "factor".
std::optional<double> factor_answered(const Draft& draft, const AmountColumn& column);

/// What a figure in a cell is multiplied by; nothing where its unit is not counted.
std::optional<double> rate_of(const workbook::Sheet& sheet, const AmountColumn& column, int row);

}  // namespace steward::recognise
