#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "words/words.hpp"

namespace steward::plan {

/// How the periods of a history follow one another, as far as their labels tell.
struct Periodicity {
  int months = 0;  ///< from one period to the next; 0 when it is counted in days, or not known
  int days = 0;
  /// Periods in a year: 12, 4, 2, 1, 52 for weeks, 7 for days (their week); nothing when the labels do not tell.
  std::optional<std::size_t> season() const;
};

/// Past amounts of one thing, as they lie in a user's sheet.
struct HistoryRange {
  workbook::Area area;  ///< one row or one column, from the first to the last amount
  std::vector<std::optional<double>> values;
  std::vector<Content> labels;  ///< of the periods known; empty texts when there are none
  Periodicity periodicity;
  std::optional<Date> first_day;  ///< of the first period, where the labels say it
  std::string title;              ///< the header of the amounts, or the name of the sheet

  /// The label of a period after the last, counted from 0.
  Content label_ahead(std::size_t ahead, Language language) const;
};

/// Reads the history that lies in an area: one row or one column of amounts, with their periods beside them and a
/// header or not. Faults: refused when there is not exactly one such row or column, when a text or an error stands
/// among the amounts, or when the periods do not follow one another.
Result<HistoryRange> read_history_range(const workbook::Snapshot& book, const workbook::Area& area);

/// Finds the only row or column of at least five amounts beside period labels. Faults: refused when there is none, or
/// more than one.
Result<HistoryRange> find_history(const workbook::Snapshot& book);

}  // namespace steward::plan
