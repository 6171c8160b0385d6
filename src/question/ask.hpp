#pragma once

#include <optional>
#include <string>

#include "question/facts.hpp"

namespace steward::question {

/// ASK(question; table; as_of): the answer to a plain question in English or Chinese about a budget table.
///
/// A question is understood only when every word of it belongs to the grammar and all of it together has one meaning:
///   measure     budget, original budget, actual (spent), committed, used, left, variance, overrun, forecast, and the
///               shares used %, execution rate, left %, variance %
///   part        members of the table's dimensions by name, joined by "and" within one dimension
///   time        months, quarters, half-years and years, absolute or relative to as_of; year to date; stretches
///   form        an amount; yes or no; which members (over, within, above or below a limit); how many of them; the largest
///               or smallest; by member, month or quarter
/// left = budget − pre-committed − committed − actual − frozen; over budget: consumed more than the budget. The budget is
/// the revised one where the table has it. Variance is favourable when positive. Expense and revenue are never added up.
/// The result is a number, a text (yes, no, none) or a table of members and amounts, largest first. "?" lists what can
/// be asked about the table, in the language of its labels.
/// Faults: not_available when the question is not understood or can be meant in two ways, when the table does not hold
/// what it asks for, or when it needs an as-of date.
Result<Table> ask(const std::string& question, const Table& table, std::optional<Date> as_of, Date null_date);

/// What can be asked about a table: topics with their words, then examples that have an answer.
Table topics_of(const Facts& facts, Language language);

}  // namespace steward::question
