// landing_bench MONTHLY.csv [confidence]: year-end landing after 1 … 11 months of the test year, with 24 and 36 months
// of history before it: mean error of the year's total in percent, and how often the interval holds it.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "forecast/landing.hpp"
#include "series_file.hpp"

using namespace steward;
using namespace steward::forecast;

namespace {

struct Score {
  double count = 0, error = 0, inside = 0, width = 0;
};

void add(Score& score, const bench::TestSeries& series, std::size_t prior, std::size_t closed, double confidence) {
  const auto& x = series.history;
  Year year{12, closed, {}, {}, {}, {}};
  year.prior_years.assign(x.end() - static_cast<std::ptrdiff_t>(prior), x.end());
  year.actuals.assign(series.future.begin(), series.future.begin() + static_cast<std::ptrdiff_t>(closed));
  double total = 0;
  for (std::size_t t = 0; t < 12; ++t) total += series.future[t];
  const auto landing = land(year, confidence);
  if (landing.has_error() || total <= 0) return;
  const Values& bounds = *landing.value().bounds;
  score.count += 1;
  score.error += 100 * std::abs(landing.value().estimate - total) / total;
  score.inside += bounds[0] <= total && total <= bounds[1] ? 1 : 0;
  score.width += 100 * (bounds[1] - bounds[0]) / total;
}

bool is_usable(const bench::TestSeries& series, std::size_t prior) {
  return series.history.size() >= prior && series.future.size() >= 12 && std::ranges::min(series.history) >= 0 &&
         std::ranges::min(series.future) >= 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const double confidence = count > 2 ? std::stod(arguments[2]) : 0.95;
  const auto all = bench::read_series(arguments[1]);
  for (const std::size_t prior : {0, 12, 24, 36})
    for (const std::size_t closed : {1, 2, 3, 6, 9, 11}) {
      if (prior == 0 && closed < 3) continue;
      Score score;
      for (const auto& series : all)
        if (is_usable(series, prior)) add(score, series, prior, closed, confidence);
      std::printf("%2zu months before, %2zu closed: error %5.2f %%, interval holds %.3f, its width %.1f %%\n", prior,
                  closed, score.error / score.count, score.inside / score.count, score.width / score.count);
    }
}
