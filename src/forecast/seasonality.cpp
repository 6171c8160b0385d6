#include "forecast/seasonality.hpp"

#include <algorithm>

#include "forecast/season.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"

namespace steward::forecast {

Result<Values> seasonality(Gaps history, int season) {
  STEWARD_TRY(const std::size_t periods, read_season(season));
  if (periods < 2) return Fault{FaultKind::number, phrase::season_unusable, {numeral(season)}};
  STEWARD_TRY(const History read, read_history(history, periods));
  if (read.values.size() < 2 * periods)
    return Fault{FaultKind::number,
                 phrase::history_too_short,
                 {numeral(static_cast<double>(read.values.size())), numeral(2.0 * season)}};
  return decompose(read.values, periods, std::ranges::min(read.values) > 0).index;
}

}  // namespace steward::forecast
