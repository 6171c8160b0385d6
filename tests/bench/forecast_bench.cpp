// forecast_bench DATA.csv OUT.csv [LOWER.csv UPPER.csv] [confidence]: method "auto" on a file of test series (its form
// is in series_file.hpp). OUT, LOWER and UPPER get a line id,F1,…,Fh a series; the time goes to standard output.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "forecast/outlook.hpp"
#include "series_file.hpp"

using namespace steward;
using namespace steward::forecast;

namespace {

class Lines {
 public:
  explicit Lines(const char* path) : file_(path ? std::fopen(path, "w") : nullptr) {}
  ~Lines() {
    if (file_) std::fclose(file_);
  }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  void write(const std::string& id, const Values& values) {
    if (!file_) return;
    std::fputs(id.c_str(), file_);
    for (const double value : values) std::fprintf(file_, ",%.17g", value);
    std::fputc('\n', file_);
  }

 private:
  std::FILE* file_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 5 && count != 6) {
    std::fputs("usage: forecast_bench DATA.csv OUT.csv [LOWER.csv UPPER.csv] [confidence]\n", stderr);
    return 2;
  }
  const double confidence = count == 6 ? std::stod(arguments[5]) : 0.95;
  Lines centre(arguments[2]), lower(count > 3 ? arguments[3] : nullptr), upper(count > 3 ? arguments[4] : nullptr);
  using Clock = std::chrono::steady_clock;
  std::vector<double> milliseconds;
  const std::clock_t processor = std::clock();
  for (const bench::TestSeries& series : bench::read_series(arguments[1])) {
    const auto start = Clock::now();
    const Outlook outlook = look_ahead(series.history, series.season, series.horizon);
    const Interval interval = interval_of(outlook, confidence);
    milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    centre.write(series.id, outlook.forecast);
    lower.write(series.id, interval.lower);
    upper.write(series.id, interval.upper);
  }
  std::ranges::sort(milliseconds);
  const double used = 1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC /
                      static_cast<double>(std::max<std::size_t>(milliseconds.size(), 1));
  if (!milliseconds.empty())
    std::printf("%zu series, %.3f ms a series (median %.3f, 99 %% under %.3f), intervals included; processor %.3f ms\n",
                milliseconds.size(), mean(milliseconds), median(milliseconds), quantile(milliseconds, 0.99), used);
}
