#include "allocation/response.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace steward::allocation {
namespace {

using Numbers = std::vector<double>;

struct Fitted {
  double a, b, fit;
};

double mean(const Numbers& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

double spread_of(const Numbers& numbers) {
  const double middle = mean(numbers);
  double sum = 0;
  for (const double number : numbers) sum += (number - middle) * (number - middle);
  return sum;
}

// y = a + b x by least squares.
std::optional<Fitted> line(const Numbers& x, const Numbers& y) {
  const double mean_x = mean(x), mean_y = mean(y), spread = spread_of(x);
  if (spread == 0) return std::nullopt;
  double joint = 0;
  for (std::size_t i = 0; i < x.size(); ++i) joint += (x[i] - mean_x) * (y[i] - mean_y);
  const double b = joint / spread, a = mean_y - b * mean_x, total = spread_of(y);
  return Fitted{a, b, total == 0 ? 1.0 : joint * joint / (spread * total)};
}

std::optional<Numbers> logarithms(const Numbers& numbers) {
  Numbers result;
  for (const double number : numbers) {
    if (!(number > 0)) return std::nullopt;
    result.push_back(std::log(number));
  }
  return result;
}

// For forms that are a times a shape of one parameter: the best a for that parameter, and the squared error it leaves.
struct Trial {
  double a, error;
};
Trial trial(ResponseCurve form, double b, const Numbers& x, const Numbers& y) {
  const Curve shape{form, 1, b};
  double joint = 0, squares = 0, error = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    joint += y[i] * shape.result(x[i]);
    squares += shape.result(x[i]) * shape.result(x[i]);
  }
  const double a = squares == 0 ? 0 : joint / squares;
  for (std::size_t i = 0; i < x.size(); ++i) error += std::pow(y[i] - a * shape.result(x[i]), 2);
  return {a, error};
}

// The best parameter on a grid of its logarithm, then narrowed by golden section. None when the best lies at the edge,
// where the curve is a straight line or a constant.
std::optional<Fitted> bent(ResponseCurve form, const Numbers& x, const Numbers& y) {
  const double largest = *std::ranges::max_element(x);
  if (!(largest > 0)) return std::nullopt;
  constexpr int steps = 200;
  const double low = std::log(largest * 1e-4), width = std::log(1e8) / steps;
  const auto error_at = [&](double log_b) { return trial(form, std::exp(log_b), x, y).error; };
  int best = 0;
  for (int i = 1; i <= steps; ++i)
    if (error_at(low + i * width) < error_at(low + best * width)) best = i;
  if (best == 0 || best == steps) return std::nullopt;
  double left = low + (best - 1) * width, right = low + (best + 1) * width;
  const double golden = (std::sqrt(5.0) - 1) / 2;
  for (int i = 0; i < 100; ++i) {
    const double nearer = right - golden * (right - left), farther = left + golden * (right - left);
    (error_at(nearer) < error_at(farther) ? right : left) = error_at(nearer) < error_at(farther) ? farther : nearer;
  }
  const double b = std::exp((left + right) / 2), total = spread_of(y);
  const Trial found = trial(form, b, x, y);
  return Fitted{found.a, b, total == 0 ? 1.0 : 1 - found.error / total};
}

std::optional<Fitted> fitted(ResponseCurve form, const Numbers& x, const Numbers& y) {
  if (form == ResponseCurve::saturation || form == ResponseCurve::exponential) return bent(form, x, y);
  const auto log_x = logarithms(x);
  if (!log_x) return std::nullopt;
  if (form == ResponseCurve::logarithm) return line(*log_x, y);
  const auto log_y = logarithms(y);
  if (!log_y) return std::nullopt;
  const auto found = line(*log_x, *log_y);
  if (!found) return std::nullopt;
  return Fitted{std::exp(found->a), found->b, found->fit};
}

}  // namespace

double Curve::result(double spend) const {
  switch (form) {
    case ResponseCurve::power:
      return a * std::pow(spend, b);
    case ResponseCurve::logarithm:
      return a + b * std::log(spend);
    case ResponseCurve::saturation:
      return a * spend / (b + spend);
    case ResponseCurve::exponential:
      return -a * std::expm1(-spend / b);
  }
  return 0;
}

double Curve::marginal(double spend) const {
  switch (form) {
    case ResponseCurve::power:
      return a * b * std::pow(spend, b - 1);
    case ResponseCurve::logarithm:
      return b / spend;
    case ResponseCurve::saturation:
      return a * b / ((b + spend) * (b + spend));
    case ResponseCurve::exponential:
      return a / b * std::exp(-spend / b);
  }
  return 0;
}

double Curve::spend_at(double marginal) const {
  switch (form) {
    case ResponseCurve::power:
      return std::pow(marginal / (a * b), 1 / (b - 1));
    case ResponseCurve::logarithm:
      return b / marginal;
    case ResponseCurve::saturation:
      return std::sqrt(a * b / marginal) - b;
    case ResponseCurve::exponential:
      return -b * std::log(marginal * b / a);
  }
  return 0;
}

Result<Table> response(std::span<const double> spend, std::span<const double> result, ResponseCurve curve,
                       double adstock) {
  if (spend.size() != result.size()) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  if (!(adstock >= 0 && adstock < 1)) return Fault{FaultKind::number, phrase::not_a_share, {}};
  if (std::ranges::any_of(spend, [](double amount) { return amount < 0; }))
    return Fault{FaultKind::number, phrase::negative_value, {}};
  Numbers working;
  for (const double amount : spend) working.push_back(amount + (working.empty() ? 0 : adstock * working.back()));
  const Numbers results(result.begin(), result.end());
  const auto found = working.size() < 2 ? std::nullopt : fitted(curve, working, results);
  if (!found) return Fault{FaultKind::number, phrase::curve_unfit, {}};
  const Curve fit{curve, found->a, found->b};
  return Table::row({fit.a, fit.b, found->fit, fit.marginal(working.back())});
}

}  // namespace steward::allocation
