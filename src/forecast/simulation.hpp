#pragma once

#include <optional>
#include <span>

#include "forecast/correlation.hpp"
#include "forecast/series.hpp"
#include "value.hpp"
#include "words/keywords.hpp"
#include "words/table_language.hpp"

namespace steward::forecast {

/// Uncertain lines of one total: three points each, and how the amounts between are spread.
///   pert        Beta on low…high with mean (low + 4·likely + high) / 6 (Malcolm, Roseboom, Clark & Fazar 1959)
///   triangular  low…high with its top at likely
///   normal      mean likely, standard deviation (high − low) / 6: low and high three deviations away
///   lognormal   median likely, deviation of the logarithm ln(high / low) / 6
struct Lines {
  std::span<const double> low, likely, high;
  Distribution distribution;
};

struct Trials {
  int count = 10000;
  int seed = 1;
  Sampling sampling = Sampling::random;
};

/// The totals of all trials. Lines depend on each other through a Gaussian copula: `root` is of the correlation of
/// their normal scores; nothing means independent. The same seed gives the same totals on every platform.
Values simulate_totals(const Lines& lines, const Matrix<double>* root, const Trials& trials);

/// SIMULATE(low; likely; high; budget; correlation; trials; seed; quantiles; distribution; sampling; language): two
/// columns.
/// First a row for each quantile asked for (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95 when none is): its share and the
/// total that is not exceeded with it; then "mean" and the mean total; "exceeds" and the probability that the total is
/// above the budget (blank without one); "repaired" and by how much the furthest correlation was changed to make them
/// possible together. Faults: argument for unequal lengths or an unusable correlation; number when three points do not
/// ascend, a lognormal amount is not positive, trials are not in 100…1,000,000, the seed is negative, or a quantile is
/// outside 0…1.
Result<Table> simulate(std::span<const double> low, std::span<const double> likely, std::span<const double> high,
                       std::optional<double> budget, const std::optional<Matrix<double>>& correlation, int trials,
                       int seed, const std::optional<std::vector<double>>& quantiles, Distribution distribution,
                       Sampling sampling, const std::optional<std::string>& language, Language of_document);

}  // namespace steward::forecast
