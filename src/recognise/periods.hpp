#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recognise/table.hpp"

namespace steward::recognise {

/// A period that a text names, and what else it says: "Jan 2016", "2018 Q4", "2016年1月", "FY13-14", "Yr. 1", and
/// "2018-19 Proposed Budget", of which "proposed budget" is the rest.
struct PeriodText {
  PeriodName period;
  std::string year_label;  ///< the year as written where it is more than a number: "FY13-14", "2016/17"
  std::string rest;        ///< plain words that belong to no period
};
std::optional<PeriodText> read_period(std::string_view text);

/// The month that a date in a cell stands for; a month where it is the first or last day, else a day.
PeriodName period_of_date(double serial, const workbook::Snapshot& snapshot);
std::string date_text(double serial, const workbook::Snapshot& snapshot);

/// Whether a number reads as a calendar year.
bool is_year(double number);

}  // namespace steward::recognise
