#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace steward::forecast {

/// Interval that a parameter may not leave.
struct Bounds {
  double low, high;
};

template <std::size_t N>
struct Minimum {
  std::array<double, N> at;
  double value;
};

/// The simplex search of Nelder & Mead 1965 within bounds: points outside are moved to the edge. Deterministic; stops
/// after `evaluations` calls of f or when the simplex is flat to 1e-7 of its value. Compiled into its caller, because
/// a model is evaluated some hundred times a series.
template <std::size_t N, class F>
Minimum<N> minimise(F&& f, std::array<double, N> start, const std::array<double, N>& step,
                    const std::array<Bounds, N>& bounds, int evaluations) {
  using Point = Minimum<N>;
  int left = evaluations;
  const auto at = [&](std::array<double, N> x) {
    for (std::size_t i = 0; i < N; ++i) x[i] = std::clamp(x[i], bounds[i].low, bounds[i].high);
    --left;
    const double value = f(x);
    return Point{x, std::isfinite(value) ? value : 1e300};
  };
  std::array<Point, N + 1> simplex;
  simplex[0] = at(start);
  for (std::size_t i = 0; i < N; ++i) {
    auto x = simplex[0].at;
    x[i] += x[i] + step[i] <= bounds[i].high ? step[i] : -step[i];
    simplex[i + 1] = at(x);
  }
  const auto better = [](const Point& a, const Point& b) { return a.value < b.value; };
  while (true) {
    std::sort(simplex.begin(), simplex.end(), better);
    Point& worst = simplex[N];
    if (left <= 0 || worst.value - simplex[0].value <= 1e-7 * std::abs(simplex[0].value)) return simplex[0];
    std::array<double, N> centre{};
    for (std::size_t p = 0; p < N; ++p)
      for (std::size_t i = 0; i < N; ++i) centre[i] += simplex[p].at[i] / static_cast<double>(N);
    const auto along = [&](double factor) {
      std::array<double, N> x;
      for (std::size_t i = 0; i < N; ++i) x[i] = centre[i] + factor * (worst.at[i] - centre[i]);
      return at(x);
    };
    const Point reflected = along(-1);
    if (reflected.value < simplex[0].value) {
      const Point expanded = along(-2);
      worst = better(expanded, reflected) ? expanded : reflected;
    } else if (reflected.value < simplex[N - 1].value) {
      worst = reflected;
    } else {
      const Point contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
      if (contracted.value < std::min(reflected.value, worst.value)) {
        worst = contracted;
        continue;
      }
      for (std::size_t p = 1; p <= N; ++p) {
        auto x = simplex[p].at;
        for (std::size_t i = 0; i < N; ++i) x[i] = (x[i] + simplex[0].at[i]) / 2;
        simplex[p] = at(x);
      }
    }
  }
}

}  // namespace steward::forecast
