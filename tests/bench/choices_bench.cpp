// choices_bench DATA.csv OUT.csv: what check_choices.py chooses from. For each series that the six models are asked
// about, a line for each member and each value of the two constants: id,year weight,kept change,member,F1,…,Fh. For the
// others one line with the member -1.
#include <array>
#include <cstdio>

#include "forecast/outlook.hpp"
#include "forecast/simple.hpp"
#include "series_file.hpp"

using namespace steward;
using namespace steward::forecast;

namespace {

constexpr std::array weights_of_a_year{0.6, 0.7, 0.8, 0.9, 1.0};
constexpr std::array kept_shares{0.5, 0.7, 0.85, 1.0};

class Lines {
 public:
  Lines(std::FILE* out, const bench::TestSeries& series, double unit) : out_(out), series_(series), unit_(unit) {}
  void write(double weight, double kept, int member, const Values& forecast) {
    std::fprintf(out_, "%s,%g,%g,%d", series_.id.c_str(), weight, kept, member);
    for (const double value : forecast) std::fprintf(out_, ",%.7g", unit_ * value);
    std::fputc('\n', out_);
  }

 private:
  std::FILE* out_;
  const bench::TestSeries& series_;
  double unit_;
};

void write_choices(std::FILE* out, const bench::TestSeries& series) {
  const Outlook outlook = look_ahead(series.history, series.season, series.horizon);
  if (!outlook.models) return Lines(out, series, 1).write(0, 0, -1, outlook.forecast);
  const Series x = outlook.past;
  const std::size_t h = series.horizon;
  Lines lines(out, series, outlook.unit);
  for (const double weight : weights_of_a_year) {
    const Straightened scale(x, recent_pattern(x, series.season, weight));
    const Series s = scale.values();
    lines.write(weight, 0, 0, scale.back(forecast_theta(fit_theta(s, ThetaKind::dynamic), s, h)));
    lines.write(weight, 0, 1, scale.back(forecast_theta(fit_theta(s, ThetaKind::fixed), s, h)));
    for (const double kept : kept_shares) {
      const auto model = fit_autoregression(s, std::max<std::size_t>(4, series.season + 1), kept);
      lines.write(weight, kept, 2, scale.back(forecast_autoregression(model, s, h)));
    }
    lines.write(weight, 0, 3, scale.back(forecast_ces(fit_ces(s, 1), h)));
  }
  lines.write(0, 0, 4, outlook.models->said[4]);
  lines.write(0, 0, 5, outlook.models->said[5]);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::FILE* out = std::fopen(arguments[2], "w");
  if (!out) return 1;
  for (const bench::TestSeries& series : bench::read_series(arguments[1])) write_choices(out, series);
  std::fclose(out);
}
