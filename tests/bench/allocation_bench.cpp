#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

#include "../support/package_cases.hpp"
#include "allocation/allocate.hpp"
#include "allocation/optimize.hpp"

/// ALLOCATE over many weights, OPTIMIZE over many channels, and SELECT by class of the named generator.
namespace {

using namespace steward;
using namespace steward::allocation;

// Weights as last year's amounts in cents, or as shares that are no short decimals; with or without bounds.
void allocate_weights(benchmark::State& state) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> weight(0, 1000);
  const bool in_cents = state.range(1) != 0, is_bounded = state.range(2) != 0;
  Table weights(static_cast<std::size_t>(state.range(0)), 1);
  for (Value& one : weights.cells()) one = in_cents ? std::round(weight(random) * 100) / 100 : weight(random);
  std::optional<Table> minimum, maximum;
  if (is_bounded) minimum = Table(1, 1, Value(500.0)), maximum = Table(1, 1, Value(2'000.0));
  for (auto _ : state) benchmark::DoNotOptimize(allocate(123'456'789.01, weights, 2, minimum, maximum));
}
BENCHMARK(allocate_weights)
    ->ArgNames({"weights", "cents", "bounds"})
    ->Args({1'000, 0, 0})->Args({100'000, 0, 0})->Args({100'000, 1, 0})->Args({100'000, 0, 1})->Args({100'000, 1, 1})
    ->Unit(benchmark::kMillisecond);

void optimize_channels(benchmark::State& state) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> a(1, 1000), b(0.05, 0.95);
  Table parameters(static_cast<std::size_t>(state.range(0)), 2);
  for (std::size_t row = 0; row < parameters.rows(); ++row) parameters.at(row, 0) = a(random), parameters.at(row, 1) = b(random);
  for (auto _ : state) benchmark::DoNotOptimize(optimize(1'000'000, parameters, {}, {}, {}, ResponseCurve::power));
}
BENCHMARK(optimize_channels)->Arg(10)->Arg(1'000)->Unit(benchmark::kMillisecond);

void select_packages(benchmark::State& state) {
  const auto kind = cases::kinds[static_cast<std::size_t>(state.range(0))];
  state.SetLabel(std::string(cases::names[static_cast<std::size_t>(state.range(0))]));
  std::mt19937_64 random(20260307);
  for (auto _ : state) {
    state.PauseTiming();
    auto one = cases::make(kind, 200, 5, 10'000, 0.5, random);
    WorkLimit work;
    state.ResumeTiming();
    benchmark::DoNotOptimize(best_choice(std::move(one.packages), one.limit, work));
  }
}
BENCHMARK(select_packages)->DenseRange(0, static_cast<int>(cases::kinds.size()) - 1)->Unit(benchmark::kMillisecond);

}  // namespace
