#pragma once

#include <span>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::allocation {

/// A curve of diminishing returns with its two parameters.
///   power         a · x^b          (0 < b < 1)
///   log           a + b · ln x     (b > 0)
///   saturation    a · x / (b + x)
///   exponential   a · (1 − e^(−x / b))
struct Curve {
  ResponseCurve form = ResponseCurve::power;
  double a = 0, b = 0;

  double result(double spend) const;
  /// What one unit of spend more brings.
  double marginal(double spend) const;
  /// The spend at which one unit more brings so much; may be negative for forms that are finite at 0.
  double spend_at(double marginal) const;
};

/// RESPONSE(spend; result; curve; adstock): the curve that fits a history best, as one row: a, b, fit (R²), and the
/// marginal return at the last spend. With an adstock rate, spend works on: x(t) = spend(t) + rate × x(t − 1).
/// Power and log are fitted by least squares after taking logarithms (as a trend line is), with R² in that scale; the
/// others by least squares of the results.
/// Faults: argument when the ranges differ in length; number when the adstock is not from 0 to below 1, a spend is
/// negative, a logarithm cannot be taken, or the history shows no such curve. Source: Jin et al., Bayesian Methods for
/// Media Mix Modeling with Carryover and Shape Effects, 2017.
Result<Table> response(std::span<const double> spend, std::span<const double> result, ResponseCurve curve,
                       double adstock);

}  // namespace steward::allocation
