#include "forecast/autoregression.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

Values changes(Series x, double drift) {
  Values result;
  for (std::size_t t = 1; t < x.size(); ++t) result.push_back(x[t] - x[t - 1] - drift);
  return result;
}

double corrected_criterion(double n, double variance, double order) {
  const double k = order + 1;
  return n * std::log(variance + 1e-300) + 2 * k + 2 * k * (k + 1) / std::max(1.0, n - k - 1);
}

// The prediction error filters of Burg's recursion, forwards and backwards, raised by one order at a time.
class Lattice {
 public:
  explicit Lattice(Series x) : forward_(x.begin(), x.end()), backward_(forward_) {}

  // Returns the reflection coefficient of the next order.
  double raise() {
    const std::size_t n = forward_.size();
    ++order_;
    double product = 0, power = 0;
    for (std::size_t t = order_; t < n; ++t) {
      product += forward_[t] * backward_[t - 1];
      power += forward_[t] * forward_[t] + backward_[t - 1] * backward_[t - 1];
    }
    const double reflection = power > 0 ? 2 * product / power : 0;
    for (std::size_t t = n - 1; t >= order_; --t) {
      const double f = forward_[t], b = backward_[t - 1];
      forward_[t] = f - reflection * b;
      backward_[t] = b - reflection * f;
    }
    return reflection;
  }

 private:
  Values forward_, backward_;
  std::size_t order_ = 0;
};

}  // namespace

Autoregression fit_autoregression(Series x, std::size_t highest_order, double kept) {
  const double drift = kept * (x.back() - x.front()) / static_cast<double>(x.size() - 1);
  const Values d = changes(x, drift);
  const double n = static_cast<double>(d.size());
  double variance = 0;
  for (const double value : d) variance += value * value / n;
  Autoregression best{drift, {}, variance};
  double least = corrected_criterion(n, variance, 0);
  Lattice lattice(d);
  Values current;
  for (std::size_t order = 1; order <= std::min(d.size() / 4, highest_order); ++order) {
    const double reflection = lattice.raise();
    Values next(current);
    for (std::size_t i = 0; i < current.size(); ++i) next[i] -= reflection * current[current.size() - 1 - i];
    next.push_back(reflection);
    current = std::move(next);
    variance *= 1 - reflection * reflection;
    const double criterion = corrected_criterion(n, variance, static_cast<double>(order));
    if (criterion < least) {
      least = criterion;
      best.coefficients = current;
      best.variance = variance;
    }
  }
  return best;
}

Values forecast_autoregression(const Autoregression& model, Series x, std::size_t horizon) {
  Values d = changes(x, model.drift);
  Values result(horizon);
  double last = x.back();
  for (double& forecast : result) {
    double next = 0;
    for (std::size_t k = 0; k < model.coefficients.size(); ++k) next += model.coefficients[k] * d[d.size() - 1 - k];
    d.push_back(next);
    forecast = last += next + model.drift;
  }
  return result;
}

}  // namespace steward::forecast
