#include "forecast/simulation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "forecast/normal.hpp"
#include "forecast/random.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::forecast {
namespace {

// Amounts at normal scores −7 … 7 in steps of 1/64, for distributions whose quantile is no formula. Scores are read
// between two points of the table; what lies outside has a probability of 1e-12.
class ScoreTable {
 public:
  static constexpr int steps_per_unit = 64, reach = 7, size = 2 * reach * steps_per_unit + 1;

  using Points = std::array<double, size>;

  // The normal distribution function at the points of the table.
  static Points probabilities() {
    Points result{};
    for (int i = 0; i < size; ++i) result[i] = std::erfc(-score(i) / std::sqrt(2.0)) / 2;
    return result;
  }
  static double score(int i) { return static_cast<double>(i) / steps_per_unit - reach; }

  double& operator[](int i) { return amounts_[static_cast<std::size_t>(i)]; }
  double at(double z) const {
    const double place = std::clamp((z + reach) * steps_per_unit, 0.0, size - 1.000001);
    const auto i = static_cast<std::size_t>(place);
    return amounts_[i] + (place - static_cast<double>(i)) * (amounts_[i + 1] - amounts_[i]);
  }

 private:
  Points amounts_{};
};

// The Beta density of PERT, x^a·(1 − x)^b with a + b = 4, added up by Simpson's rule and turned round.
void fill_pert(ScoreTable& table, const ScoreTable::Points& normal, double low, double likely, double high) {
  constexpr int parts = 256;
  const double a = 4 * (likely - low) / (high - low), b = 4 - a;
  const auto density = [&](double x) { return std::pow(x, a) * std::pow(1 - x, b); };
  std::array<double, parts + 1> share{};
  double before = density(0);
  for (int k = 1; k <= parts; ++k) {
    const double right = static_cast<double>(k) / parts, now = density(right);
    share[k] = share[k - 1] + before + 4 * density(right - 0.5 / parts) + now;
    before = now;
  }
  int k = 1;
  for (int i = 0; i < ScoreTable::size; ++i) {
    const double wanted = normal[i] * share[parts];
    while (k < parts && share[k] < wanted) ++k;
    const double part = share[k] > share[k - 1] ? (wanted - share[k - 1]) / (share[k] - share[k - 1]) : 0;
    table[i] = low + (high - low) * (k - 1 + std::clamp(part, 0.0, 1.0)) / parts;
  }
}

void fill_triangular(ScoreTable& table, const ScoreTable::Points& normal, double low, double likely, double high) {
  const double range = high - low, rising = (likely - low) / range;
  for (int i = 0; i < ScoreTable::size; ++i) {
    const double p = normal[i], q = normal[ScoreTable::size - 1 - i];
    table[i] = p < rising ? low + std::sqrt(p * range * (likely - low)) : high - std::sqrt(q * range * (high - likely));
  }
}

// Adds the amounts of one line to the totals, its normal scores given.
void add_amounts(const Lines& lines, std::size_t line, const ScoreTable::Points& normal, const double* scores,
                 Values& totals) {
  const double low = lines.low[line], likely = lines.likely[line], high = lines.high[line];
  const std::size_t n = totals.size();
  if (low == high) {
    for (double& total : totals) total += likely;
  } else if (lines.distribution == Distribution::normal) {
    for (std::size_t t = 0; t < n; ++t) totals[t] += likely + scores[t] * (high - low) / 6;
  } else if (lines.distribution == Distribution::lognormal) {
    const double deviation = std::log(high / low) / 6;
    for (std::size_t t = 0; t < n; ++t) totals[t] += likely * std::exp(scores[t] * deviation);
  } else {
    ScoreTable table;
    (lines.distribution == Distribution::pert ? fill_pert : fill_triangular)(table, normal, low, likely, high);
    for (std::size_t t = 0; t < n; ++t) totals[t] += table.at(scores[t]);
  }
}

// Normal scores of one line: drawn one by one or, in a Latin hypercube, one from each of `count` equal shares.
void draw(double* scores, std::size_t count, const Trials& trials, std::size_t line) {
  Random random(static_cast<std::uint64_t>(trials.seed) * 0x100000001B3u + line);
  if (trials.sampling == Sampling::random) {
    for (std::size_t t = 0; t < count; ++t) scores[t] = random.share();
    to_normal_scores({scores, count});
    return;
  }
  for (std::size_t t = 0; t < count; ++t)
    scores[t] = (static_cast<double>(t) + random.share()) / static_cast<double>(count);
  to_normal_scores({scores, count});
  for (std::size_t t = count; t > 1; --t) std::swap(scores[t - 1], scores[random.below(t)]);
}

// Independent scores become correlated in place: line i takes from the lines before it, so the last goes first. In
// blocks, so that what is read again is near.
void correlate(Values& scores, std::size_t lines, std::size_t count, const Matrix<double>& root) {
  constexpr std::size_t block = 256;
  for (std::size_t start = 0; start < count; start += block) {
    const std::size_t size = std::min(block, count - start);
    for (std::size_t i = lines; i-- > 0;) {
      double* own = scores.data() + i * count + start;
      const double* others = scores.data() + start;
      for (std::size_t t = 0; t < size; ++t) own[t] *= root.at(i, i);
      std::size_t j = 0;
      for (; j + 4 <= i; j += 4) {  // four at a time, so that own amounts are fetched and stored a quarter as often
        const double *a = others + j * count, *b = a + count, *c = b + count, *d = c + count;
        const double wa = root.at(i, j), wb = root.at(i, j + 1), wc = root.at(i, j + 2), wd = root.at(i, j + 3);
        for (std::size_t t = 0; t < size; ++t) own[t] += (wa * a[t] + wb * b[t]) + (wc * c[t] + wd * d[t]);
      }
      for (; j < i; ++j) {
        const double* other = others + j * count;
        const double weight = root.at(i, j);
        for (std::size_t t = 0; t < size; ++t) own[t] += weight * other[t];
      }
    }
  }
}

Outcome check(const Lines& lines, int trials, int seed, const Values& quantiles) {
  const std::size_t n = lines.low.size();
  if (n == 0 || lines.likely.size() != n || lines.high.size() != n)
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  for (std::size_t i = 0; i < n; ++i) {
    const std::string row = numeral(static_cast<double>(i + 1));
    if (!(lines.low[i] <= lines.likely[i] && lines.likely[i] <= lines.high[i]))
      return Fault{FaultKind::number, phrase::not_low_likely_high, {row}};
    if (lines.distribution == Distribution::lognormal && !(lines.low[i] > 0))
      return Fault{FaultKind::number, phrase::lognormal_not_positive, {row}};
  }
  if (trials < 100 || trials > 1000000)
    return Fault{FaultKind::number, phrase::count_unusable, {"trials", "100", "1000000"}};
  if (seed < 0) return Fault{FaultKind::number, phrase::count_unusable, {"seed", "0", "2147483647"}};
  for (const double q : quantiles)
    if (!(q >= 0 && q <= 1)) return Fault{FaultKind::number, phrase::count_unusable, {"quantiles", "0", "1"}};
  return success();
}

}  // namespace

Values simulate_totals(const Lines& lines, const Matrix<double>* root, const Trials& trials) {
  const std::size_t n = lines.low.size(), count = static_cast<std::size_t>(trials.count);
  Values scores(n * count), totals(count, 0.0);
  for (std::size_t i = 0; i < n; ++i) draw(scores.data() + i * count, count, trials, i);
  if (root) correlate(scores, n, count, *root);
  const ScoreTable::Points normal = ScoreTable::probabilities();
  for (std::size_t i = 0; i < n; ++i) add_amounts(lines, i, normal, scores.data() + i * count, totals);
  return totals;
}

Result<Table> simulate(std::span<const double> low, std::span<const double> likely, std::span<const double> high,
                       std::optional<double> budget, const std::optional<Matrix<double>>& correlation, int trials,
                       int seed, const std::optional<std::vector<double>>& quantiles, Distribution distribution,
                       Sampling sampling, const std::optional<std::string>& language, Language of_document) {
  const Lines lines{low, likely, high, distribution};
  const Values shares = quantiles.value_or(Values{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95});
  STEWARD_TRY(check(lines, trials, seed, shares));
  STEWARD_TRY(const Language spoken, table_language(language, of_document));
  const auto word = [&](Phrase phrase) { return std::string(text(phrase, spoken)); };
  CorrelationRoot root;
  if (correlation) {
    STEWARD_TRY(root, correlation_root(*correlation, low.size()));
  }
  Values totals = simulate_totals(lines, correlation ? &root.root : nullptr, {trials, seed, sampling});
  const double centre = mean(totals);
  std::ranges::sort(totals);
  Table table;
  for (const double share : shares) table.append({share, quantile(totals, share)});
  table.append({word(phrase::simulated_mean), centre});
  Value exceeds = Blank();
  if (budget) {
    const auto above = totals.end() - std::ranges::upper_bound(totals, *budget);
    exceeds = static_cast<double>(above) / static_cast<double>(trials);
  }
  table.append({word(phrase::simulated_exceeds), exceeds});
  table.append({word(phrase::simulated_repaired), root.changed});
  return table;
}

}  // namespace steward::forecast
