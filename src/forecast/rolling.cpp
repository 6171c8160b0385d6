#include "forecast/rolling.hpp"

#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::forecast {

Result<Table> rolling(const Table& actuals, const Table& forecast, int closed, int window) {
  constexpr int longest = 1'000'000;  // more rows than a sheet can show
  if (closed < 0 || window < 1 || closed > longest || window > longest)
    return Fault{FaultKind::number, phrase::no_such_period, {}};
  const auto wanted = static_cast<std::size_t>(closed), all = wanted + static_cast<std::size_t>(window);
  std::vector<Value> values;
  values.reserve(all);
  for (std::size_t at = 0; at < all; ++at) {
    const Table& series = at < wanted ? actuals : forecast;
    std::optional<double> number;
    if (at < series.size()) {
      STEWARD_TRY(number, number_in(series.cells()[at]));
    }
    values.push_back(number ? Value(*number) : Value(CellError{"#N/A"}));
  }
  return laid_like(actuals, std::move(values));
}

}  // namespace steward::forecast
