#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calendar/fiscal_calendar.hpp"
#include "plan/answers.hpp"

namespace steward::plan {

/// A line of the user's tables, with its figures by the first day of their period.
struct ReadLine {
  std::vector<std::string> key;
  Nature nature = Nature::expense;
  workbook::Position at;  ///< of its first row on the user's sheet
  std::map<Date, Money> budget, actual, committed;
};

/// Something that nobody said and that was taken as usual: shown, so that it can be said otherwise.
struct Assumption {
  std::string what;  ///< the option that says otherwise
  std::string value;
  Phrase sentence;
  std::vector<std::string> blanks;
};

/// The user's own tables, read as one budget.
struct BudgetReading {
  std::vector<workbook::Area> areas;  ///< of the tables; the first is the main one
  std::string title;                  ///< of the first table, or of its sheet
  std::vector<std::string> dimensions;
  calendar::FiscalCalendar calendar;
  int year = 0;  ///< the fiscal year, as the calendar names it; of several the one as of which control begins
  std::vector<ReadLine> lines;
  std::string unit;
  bool is_phased_evenly = false;   ///< an annual figure was phased over the periods
  std::size_t rows_joined = 0;     ///< rows that share their key with an earlier row
  std::size_t after_cut_over = 0;  ///< actual or committed figures later than the cut-over
  std::string columns_chosen;      ///< the option "columns", by place in the table: "#3:budget"
  Answers answers;                 ///< that were given
  std::vector<Assumption> assumptions;
  std::vector<recognise::Finding> findings;
};

/// The options by which a table is read; they are kept in Settings, so that the draft can be read again in the same
/// way.
constexpr std::string_view reading_options[] = {"table",  "columns", "year",     "pattern",
                                                "nature", "version", "currency", "month"};

/// Reads the tables that the options name, or the only one that holds a budget, or, to read a draft again, those that
/// lie where they lay. Figures come in whole currency and with the domain's sign. Faults: refused with the question that
/// recognition has, or when there is no such table.
Result<BudgetReading> read_budget(const Request& request, const std::vector<workbook::Area>& near = {},
                                  std::optional<Date> cut_over = {});

/// The actuals of earlier years by month or quarter that the same table has beside its budget: lines with `actual`
/// only. Empty when it has none. Faults: as read_budget.
Result<std::vector<ReadLine>> read_prior_actuals(const Request& request, const workbook::Area& near);

/// What recognition is to know: answers that were given or are remembered, and which sheets are the user's.
Result<recognise::Options> recognition_options(const Request& request);

}  // namespace steward::plan
