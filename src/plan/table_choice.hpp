#pragma once

#include <vector>

#include "plan/options.hpp"
#include "recognise/recognise.hpp"

namespace steward::plan {

/// Whether a table has lines and a column that can be the budget of them.
bool holds_budget(const recognise::BudgetTable& table);

/// The role of the columns that are the budget of a table: budget; revised, or else the estimate, where it is all there
/// is. Nothing where no column says what is planned.
std::optional<AmountRole> budget_role(const recognise::BudgetTable& table);

/// The title of a table, or the name of its sheet.
std::string name_of(const workbook::Snapshot& book, const recognise::BudgetTable& table);

/// The tables that the option "table" names: numbers as detect gives them, addresses or names of sheets, several between
/// commas, or "all"; without it the one that a name of the workbook calls the budget (`budget_table`, 预算表 …), else the
/// only one that holds a budget. Tables that only show figures of others, and forecasts beside a budget, are no rivals
/// and no part of "all". Faults: refused when there is none or there are several, and when none holds a figure yet.
Result<std::vector<const recognise::BudgetTable*>> chosen_tables(const workbook::Snapshot& book,
                                                                 const recognise::Recognition& found,
                                                                 const OptionReader& options);

/// The tables that were read before: for each area the one that lies most where it lay.
Result<std::vector<const recognise::BudgetTable*>> tables_near(const recognise::Recognition& found,
                                                               const std::vector<workbook::Area>& areas);

}  // namespace steward::plan
