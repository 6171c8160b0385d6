#include "calendar/to_date.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "numeral.hpp"
#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::calendar {
namespace {

// A stretch of periods counted from 1, first and last included; empty when the last is before the first.
struct Stretch {
  int first, last;
};

Result<Stretch> quarter_of(int period, int count) {
  if (count == 4) return Stretch{period, period};
  if (count != 12 && count != 13) return Fault{FaultKind::argument, phrase::no_quarters, {}};
  const int quarter = std::min((period - 1) / 3, 3);
  return Stretch{3 * quarter + 1, quarter == 3 ? count : 3 * quarter + 3};
}

Result<Stretch> last_periods(std::string_view digits, int period, std::string_view written) {
  int wanted = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), wanted);
  if (error != std::errc{} || end != digits.data() + digits.size())
    return Fault{FaultKind::argument, phrase::no_window, {std::string(written)}};
  if (wanted < 1 || wanted > period) return Fault{FaultKind::number, phrase::no_such_period, {}};
  return Stretch{period - wanted + 1, period};
}

Result<Stretch> stretch_of(std::string_view written, int period, int count) {
  const auto word = read_keyword<ToDateWindow>(written);
  if (word.has_error()) return last_periods(folded(written), period, written);
  switch (word.value()) {
    case ToDateWindow::year_to_date:
      return Stretch{1, period};
    case ToDateWindow::year_to_go:
      return Stretch{period + 1, count};
    case ToDateWindow::month_to_date:
      return Stretch{period, period};
    case ToDateWindow::quarter_to_date:
    case ToDateWindow::quarter_to_go:
      break;
  }
  STEWARD_TRY(const Stretch quarter, quarter_of(period, count));
  if (word.value() == ToDateWindow::quarter_to_date) return Stretch{quarter.first, period};
  return Stretch{period + 1, quarter.last};
}

}  // namespace

Result<double> to_date(std::span<const std::optional<double>> values, int period, std::string_view window) {
  const int count = static_cast<int>(values.size());
  if (period < 1 || period > count) return Fault{FaultKind::number, phrase::no_such_period, {}};
  STEWARD_TRY(const Stretch stretch, stretch_of(window, period, count));
  double sum = 0;
  for (int at = stretch.first; at <= stretch.last; ++at)
    sum = decimal_sum({sum, values[static_cast<std::size_t>(at - 1)].value_or(0)});
  return sum;
}

}  // namespace steward::calendar
