// interval_clues_bench DATA.csv OUT.csv [LENGTH]: what fit_intervals.py fits the widths of intervals to. One line a
// forecast: the clues, the forecast on the straightened scale, and the actual with all that is needed to compare them.
// With LENGTH, histories of 48 values and more are cut to their last LENGTH, and 12 periods are forecast.
#include <cstdio>

#include "forecast/outlook.hpp"
#include "forecast/width.hpp"
#include "series_file.hpp"

using namespace steward;
using namespace steward::forecast;

namespace {

void write_clues(std::FILE* out, std::size_t number, const bench::TestSeries& series, double change) {
  const Outlook outlook = look_ahead(series.history, series.season, series.horizon);
  Values scaled(series.history);
  for (double& value : scaled) value /= outlook.unit;
  const double scatter = scatter_of(Straightened(scaled, flat_pattern()).values());
  const bool models = outlook.approach == Approach::models;
  const WidthClues clues = models ? clues_of(*outlook.models) : WidthClues{};
  const SeasonalPattern& pattern = outlook.scale.pattern();
  for (std::size_t h = 0; h < series.horizon; ++h) {
    const double index = pattern.of(series.history.size() + h);
    std::fprintf(out, "%zu,%zu,%zu,%zu,%zu,%d,%.10g,%.10g,%.10g,%.10g,%.10g,%.10g,%.10g,%d,%d,%.10g\n", number,
                 series.season, h + 1, series.horizon, series.history.size(), static_cast<int>(outlook.approach),
                 series.future[h] / outlook.unit, outlook.scale.forth(outlook.forecast[h] / outlook.unit, h), scatter,
                 clues.one_step, models ? clues.ahead[h] : 0, models ? clues.disagreement[h] : 0, index,
                 pattern.multiplicative, outlook.scale.rooted(), change / outlook.unit);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::size_t length = count > 3 ? std::stoul(arguments[3]) : 0;
  std::FILE* out = std::fopen(arguments[2], "w");
  if (!out) return 1;
  std::fprintf(out,
               "series,season,h,horizon,n,approach,actual,forecast,scatter,one_step,ahead,disagreement,index,factor,"
               "rooted,change\n");
  std::size_t number = 0;
  for (bench::TestSeries series : bench::read_series(arguments[1])) {
    const double change = mean_change(series.history, series.season);
    if (length > 0) {
      if (series.history.size() < 48 || series.future.size() < 12) continue;
      series.history.erase(series.history.begin(), series.history.end() - static_cast<std::ptrdiff_t>(length));
      series.horizon = 12;
    }
    write_clues(out, number++, series, change);
  }
  std::fclose(out);
}
