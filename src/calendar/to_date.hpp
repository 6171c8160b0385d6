#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "result.hpp"

namespace steward::calendar {

/// TODATE(values; period; window): the sum of the values of a year that lie in a window around a period, counted
/// from 1.
///   YTD  from the first period to this one        YTG  after this one to the last
///   QTD  from the quarter's first to this one     QTG  after this one to the quarter's last
///   MTD  this period alone                        n    the last n periods, this one included
/// Quarters are three of 12 periods, one of 4, and 3, 3, 3 and 4 of 13. Blanks add nothing, so that months to come can
/// be empty. Sums are free of binary noise as far as amounts in cells are exact to 15 digits. Faults: number when the
/// period is not among the values or fewer than n periods lie behind it; argument when the window is no word of these
/// or quarters are asked of another number of values.
Result<double> to_date(std::span<const std::optional<double>> values, int period, std::string_view window);

}  // namespace steward::calendar
