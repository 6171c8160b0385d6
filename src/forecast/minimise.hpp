#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <type_traits>

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

/// The points that a search moves; compiled into its caller, because a model is evaluated some hundred times a series.
template <std::size_t N, class F>
class Simplex {
 public:
  using Point = Minimum<N>;

  Simplex(F& f, const std::array<Bounds, N>& bounds, int evaluations)
      : f_(f), bounds_(bounds), evaluations_left_(evaluations) {}

  void start(const std::array<double, N>& at, const std::array<double, N>& step) {
    points_[0] = evaluated(at);
    for (std::size_t i = 0; i < N; ++i) {
      auto x = points_[0].at;
      x[i] += x[i] + step[i] <= bounds_[i].high ? step[i] : -step[i];
      points_[i + 1] = evaluated(x);
    }
    sort();
  }
  bool is_done() const {
    return evaluations_left_ <= 0 || points_[N].value - best().value <= 1e-7 * std::abs(best().value);
  }
  const Point& best() const { return points_[0]; }

  void improve() {
    const Point reflected = from_worst(-1);
    if (reflected.value < best().value) {
      const Point expanded = from_worst(-2);
      points_[N] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < points_[N - 1].value) {
      points_[N] = reflected;
    } else {
      const Point contracted = from_worst(reflected.value < points_[N].value ? -0.5 : 0.5);
      if (contracted.value < std::min(reflected.value, points_[N].value))
        points_[N] = contracted;
      else
        shrink();
    }
    sort();
  }

 private:
  Point evaluated(std::array<double, N> x) {
    for (std::size_t i = 0; i < N; ++i) x[i] = std::clamp(x[i], bounds_[i].low, bounds_[i].high);
    --evaluations_left_;
    const double value = f_(x);
    return Point{x, std::isfinite(value) ? value : 1e300};
  }
  // On the line from the centre of the other points to the worst.
  Point from_worst(double factor) {
    std::array<double, N> x{};
    for (std::size_t p = 0; p < N; ++p)
      for (std::size_t i = 0; i < N; ++i) x[i] += points_[p].at[i] / static_cast<double>(N);
    for (std::size_t i = 0; i < N; ++i) x[i] += factor * (points_[N].at[i] - x[i]);
    return evaluated(x);
  }
  void shrink() {
    for (std::size_t p = 1; p <= N; ++p) {
      auto x = points_[p].at;
      for (std::size_t i = 0; i < N; ++i) x[i] = (x[i] + points_[0].at[i]) / 2;
      points_[p] = evaluated(x);
    }
  }
  void sort() {
    std::sort(points_.begin(), points_.end(), [](const Point& a, const Point& b) { return a.value < b.value; });
  }

  F& f_;
  const std::array<Bounds, N>& bounds_;
  int evaluations_left_;
  std::array<Point, N + 1> points_;
};

/// The simplex search of Nelder & Mead 1965 within bounds: points outside are moved to the edge. Deterministic; stops
/// after some `evaluations` calls of f or when the simplex is flat to 1e-7 of its value.
template <std::size_t N, class F>
Minimum<N> minimise(F&& f, const std::array<double, N>& start, const std::array<double, N>& step,
                    const std::array<Bounds, N>& bounds, int evaluations) {
  Simplex<N, std::remove_reference_t<F>> simplex(f, bounds, evaluations);
  simplex.start(start, step);
  while (!simplex.is_done()) simplex.improve();
  return simplex.best();
}

}  // namespace steward::forecast
