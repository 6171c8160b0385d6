#include "forecast/theta.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

// The straight line through the values met so far, intercept at time 0, kept up to date value by value.
class RunningLine {
 public:
  void add(double x) {
    count_ += 1;
    if (count_ == 1) {
      mean_ = x;
    } else {
      slope_ = ((count_ - 2) * slope_ + 6 * (x - mean_) / count_) / (count_ + 1);
      mean_ = ((count_ - 1) * mean_ + x) / count_;
    }
  }
  double intercept() const { return mean_ - slope_ * (count_ + 1) / 2; }
  double slope() const { return slope_; }

 private:
  double count_ = 0, mean_ = 0, slope_ = 0;
};

// What the discounted line adds at time t (counted from 1): (1 − α)^{t−1}·intercept + (1 − (1 − α)^t)/α·slope.
double discounted(double decay, double alpha, double intercept, double slope) {
  return decay * intercept + (1 - (1 - alpha) * decay) / alpha * slope;
}

struct Trial {
  double squares, weight, level;
};

// The lines that stand before each value: of the whole history, or of the values up to it.
std::vector<Line> lines_before(Series x, ThetaKind kind) {
  std::vector<Line> lines(x.size());
  if (kind == ThetaKind::fixed) {
    const Line zero_based = straight_line(x);
    std::ranges::fill(lines, Line{zero_based.intercept - zero_based.slope, zero_based.slope});
    return lines;
  }
  RunningLine line;
  for (std::size_t t = 0; t < x.size(); ++t) {
    lines[t] = {line.intercept(), line.slope()};
    line.add(x[t]);
  }
  return lines;
}

// Errors are e_t = base_t − level·decay_t − weight·d_t: normal equations of two unknowns, the weight kept in 0…1.
Trial try_alpha(Series x, const std::vector<Line>& lines, double alpha) {
  double smoothed = 0, decay = 1;  // the level that starts from 0, and (1 − α)^{t−1}
  double aa = 0, ab = 0, bb = 0, ay = 0, by = 0, yy = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    if (t >= 2) {
      const double line = discounted(decay, alpha, lines[t].intercept, lines[t].slope), base = x[t] - smoothed;
      aa += decay * decay;
      ab += decay * line;
      bb += line * line;
      ay += decay * base;
      by += line * base;
      yy += base * base;
    }
    smoothed = alpha * x[t] + (1 - alpha) * smoothed;
    decay *= 1 - alpha;
  }
  const double determinant = aa * bb - ab * ab;
  double weight = determinant > 1e-12 * aa * bb ? (aa * by - ab * ay) / determinant : 0.5;
  weight = std::clamp(weight, 0.0, 1.0);
  const double level = aa > 0 ? (ay - weight * ab) / aa : 0;
  const double squares =
      yy - 2 * level * ay - 2 * weight * by + level * level * aa + 2 * level * weight * ab + weight * weight * bb;
  return {std::max(squares, 0.0), weight, level};
}

// A coarse grid, because the sum of squares can have two valleys, then golden section around the best point.
double best_alpha(Series x, const std::vector<Line>& lines) {
  constexpr int steps = 12;
  constexpr double low = 0.1, high = 0.99, width = (high - low) / steps;
  double best = low, least = try_alpha(x, lines, low).squares;
  for (int i = 1; i <= steps; ++i) {
    const double alpha = low + width * i, squares = try_alpha(x, lines, alpha).squares;
    if (squares < least) best = alpha, least = squares;
  }
  constexpr double golden = 0.6180339887498949;
  double left = std::max(low, best - width), right = std::min(high, best + width);
  double a = right - golden * (right - left), b = left + golden * (right - left);
  double at_a = try_alpha(x, lines, a).squares, at_b = try_alpha(x, lines, b).squares;
  for (int i = 0; i < 10; ++i) {
    if (at_a < at_b) {
      right = b, b = a, at_b = at_a;
      a = right - golden * (right - left), at_a = try_alpha(x, lines, a).squares;
    } else {
      left = a, a = b, at_a = at_b;
      b = left + golden * (right - left), at_b = try_alpha(x, lines, b).squares;
    }
  }
  return std::min(at_a, at_b) < least ? (at_a < at_b ? a : b) : best;
}

// The model on its way through the history and beyond.
class Progress {
 public:
  Progress(const ThetaModel& model, Series x) : model_(model), level_(model.initial_level) {
    if (model.kind == ThetaKind::fixed)
      for (const double value : x) line_.add(value);
  }
  void meet(double value) {
    if (model_.kind == ThetaKind::dynamic) line_.add(value);
    level_ = model_.alpha * value + (1 - model_.alpha) * level_;
    decay_ *= 1 - model_.alpha;
  }
  // Forecasts the next value and goes on as if it had come true.
  double step() {
    const double forecast = level_ + model_.weight * discounted(decay_, model_.alpha, line_.intercept(), line_.slope());
    meet(forecast);
    return forecast;
  }

 private:
  const ThetaModel& model_;
  RunningLine line_;
  double level_, decay_ = 1;
};

}  // namespace

ThetaModel fit_theta(Series x, ThetaKind kind) {
  const std::vector<Line> lines = lines_before(x, kind);
  const double alpha = best_alpha(x, lines);
  const Trial best = try_alpha(x, lines, alpha);
  ThetaModel model{kind, alpha, best.weight, best.level, best.squares, Values(x.size(), 0.0)};
  double level = alpha * x[0] + (1 - alpha) * best.level, decay = 1 - alpha;
  for (std::size_t t = 1; t < x.size(); ++t) {
    model.errors[t] = x[t] - level - best.weight * discounted(decay, alpha, lines[t].intercept, lines[t].slope);
    level = alpha * x[t] + (1 - alpha) * level;
    decay *= 1 - alpha;
  }
  return model;
}

Values forecast_theta(const ThetaModel& model, Series x, std::size_t horizon) {
  Progress now(model, x);
  for (const double value : x) now.meet(value);
  Values result(horizon);
  for (double& forecast : result) forecast = now.step();
  return result;
}

Values errors_ahead(const ThetaModel& model, Series x, std::size_t horizon) {
  Values squares(horizon, 0.0), count(horizon, 0.0);
  Progress now(model, x);
  const std::size_t first = std::max<std::size_t>(3, x.size() / 4);
  for (std::size_t t = 0; t < x.size(); ++t) {
    now.meet(x[t]);
    if (t + 1 < first) continue;
    Progress ahead = now;
    for (std::size_t h = 0; h < horizon && t + 1 + h < x.size(); ++h) {
      const double error = x[t + 1 + h] - ahead.step();
      squares[h] += error * error;
      count[h] += 1;
    }
  }
  for (std::size_t h = 0; h < horizon; ++h) squares[h] = count[h] >= 3 ? std::sqrt(squares[h] / count[h]) : 0;
  return squares;
}

}  // namespace steward::forecast
