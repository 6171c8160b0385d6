#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/fiscal_calendar.hpp"
#include "plan/options.hpp"
#include "recognise/recognise.hpp"

namespace steward::plan {

/// Which columns of a table the user wants: all, or those of a year, a version, a currency, or named ones.
struct ColumnWishes {
  std::optional<int> year;
  std::string version, currency;
  std::vector<recognise::ColumnChoice> columns;
  calendar::FiscalCalendar calendar;
  Language language = Language::english;
};

/// Columns that belong together: one for each period, or one for all.
struct ColumnSet {
  std::vector<const recognise::AmountColumn*> columns;
  bool are_lines = false;  ///< each column is a line of its own: revenue and costs across, months down
};

/// The option "columns": rows of column, role and optionally nature, or "D:budget, E:actual"; "#3" is the fourth column
/// of a table. Columns are taken in every table that has them.
Result<std::vector<recognise::ColumnChoice>> column_choices(const OptionReader& options, const workbook::Snapshot& book,
                                                            const std::vector<workbook::Area>& areas);

/// The columns of one role: the finest periods that it has, else whole years; years across are taken together.
/// Faults: refused with a question when several say different things about the same lines and time: versions, scenarios,
/// currencies.
Result<ColumnSet> columns_of(const recognise::BudgetTable& table, AmountRole role, const ColumnWishes& wishes);

/// The fiscal year in which a column lies, as the calendar names it; 0 where nothing says so.
int fiscal_year_of(const recognise::AmountColumn& column, const calendar::FiscalCalendar& calendar);

}  // namespace steward::plan
