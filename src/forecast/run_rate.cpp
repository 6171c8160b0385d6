#include "forecast/run_rate.hpp"

#include <algorithm>

#include "numeral.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::forecast {
namespace {

int filled_periods(std::span<const std::optional<double>> actuals) {
  std::size_t count = actuals.size();
  while (count > 0 && !actuals[count - 1]) --count;
  return static_cast<int>(count);
}

}  // namespace

Result<double> run_rate(std::span<const std::optional<double>> actuals, int periods, int last,
                        std::optional<int> closed) {
  const int count = closed.value_or(filled_periods(actuals));
  if (count < 0 || last < 0 || periods < 1 || count > static_cast<int>(actuals.size()))
    return Fault{FaultKind::number, phrase::no_such_period, {}};
  const int first = last == 0 ? 0 : std::max(0, count - last);
  double sum = 0;
  int values = 0;
  for (const auto& value : actuals.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count - first))) {
    if (!value) continue;
    sum = decimal_sum({sum, *value});
    ++values;
  }
  if (values == 0) return Fault{FaultKind::not_available, phrase::nothing_closed, {}};
  return sum * periods / values;
}

}  // namespace steward::forecast
