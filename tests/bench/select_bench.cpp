#include <algorithm>
#include <chrono>
#include <cstdio>

#include "../support/package_cases.hpp"

/// SELECT over the named generator: 200 packages of 5 levels, by class and range; median and slowest time, and how many
/// cases reached the work limit.
namespace {

using namespace steward::allocation;

struct Measured {
  std::vector<double> times;
  int given_up = 0;
  double median() { std::ranges::sort(times); return times[times.size() / 2]; }
};

void run(cases::Kind kind, std::int64_t range, double share, Measured& measured, std::mt19937_64& random) {
  auto one = cases::make(kind, 200, 5, range, share, random);
  WorkLimit work;
  const auto start = std::chrono::steady_clock::now();
  const auto found = best_choice(std::move(one.packages), one.limit, work);
  measured.times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  measured.given_up += found.has_error();
}

}  // namespace

int main() {
  std::mt19937_64 random(20260307);
  Measured all;
  for (std::size_t kind = 0; kind < cases::kinds.size(); ++kind)
    for (const std::int64_t range : {1'000LL, 10'000LL, 1'000'000LL}) {
      Measured measured;
      for (const double share : {0.25, 0.5, 0.75})
        for (int i = 0; i < 10; ++i) run(cases::kinds[kind], range, share, measured, random);
      all.times.insert(all.times.end(), measured.times.begin(), measured.times.end());
      all.given_up += measured.given_up;
      const double median = measured.median();
      std::printf("%-34s up to %7lld: median %7.2f ms, slowest %8.2f ms, given up %d of %zu\n",
                  std::string(cases::names[kind]).c_str(), static_cast<long long>(range), median,
                  measured.times.back(), measured.given_up, measured.times.size());
    }
  const double median = all.median();
  std::printf("all: median %.2f ms, slowest %.2f ms, given up %d of %zu\n", median, all.times.back(), all.given_up,
              all.times.size());
}
