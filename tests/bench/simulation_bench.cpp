#include <benchmark/benchmark.h>

#include "forecast/simulation.hpp"

using namespace steward;
using namespace steward::forecast;

namespace {

// The figure of the specification: 10,000 trials of 50 correlated lines.
void simulate_fifty_lines(benchmark::State& state) {
  std::vector<double> low, likely, high;
  for (int i = 0; i < 50; ++i) low.push_back(80 + i), likely.push_back(100 + i), high.push_back(150 + i);
  const std::optional<Matrix<double>> correlation(Matrix<double>(1, 1, 0.3));
  const auto distribution = static_cast<Distribution>(state.range(0));
  const auto sampling = static_cast<Sampling>(state.range(1));
  state.SetLabel(std::string(code_of(distribution)) + ", " + std::string(code_of(sampling)));
  for (auto _ : state)
    benchmark::DoNotOptimize(simulate(low, likely, high, 6400, correlation, 10000, 1, {}, distribution, sampling, {},
                                      Language::english));
}
BENCHMARK(simulate_fifty_lines)->ArgsProduct({{0, 1, 2, 3}, {0, 1}})->Unit(benchmark::kMillisecond);

}  // namespace
