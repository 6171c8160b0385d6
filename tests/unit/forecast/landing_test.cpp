#include "forecast/landing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "forecast/normal.hpp"
#include "forecast/random.hpp"

namespace steward::forecast {
namespace {

// Months around 100 with a deviation of 10, so that a year is 1,200 with a deviation of 10 × √12 = 34.6.
std::vector<std::optional<double>> months(Random& random, std::size_t count) {
  std::vector<std::optional<double>> result;
  for (std::size_t t = 0; t < count; ++t) result.emplace_back(100 + 10 * normal_quantile(random.share()));
  return result;
}
double sum(const std::vector<std::optional<double>>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), 0.0, [](double all, const auto& one) { return all + *one; });
}
Year after(std::size_t closed, const std::vector<std::optional<double>>& whole, const std::vector<std::optional<double>>& before) {
  return {12, closed, {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(closed)}, before, {}, {}};
}

// Widths are fitted to series whose level moves (tests/bench: 92 to 96 % of real years are held at 95 %). Where chance alone is
// at work they may be wider, but not narrower: of 60 years at least 48 less two deviations of 3.1.
TEST(Landing, TheIntervalHoldsTheYearAtLeastAsOftenAsItSays) {
  Random random(7);
  int held = 0;
  for (int i = 0; i < 60; ++i) {
    const auto before = months(random, 36), year = months(random, 12);
    const Landing landing = land(after(4, year, before), 0.8).value();
    held += (*landing.bounds)[0] <= sum(year) && sum(year) <= (*landing.bounds)[1];
  }
  EXPECT_GE(held, 42);
}

// After k months what is not known is the rest: its deviation is 10 × √(12 − k), and a half-width at 95 % 1.96 of it.
TEST(Landing, TheIntervalNarrowsAsTheYearIsClosed) {
  Random random(11);
  const auto before = months(random, 60), year = months(random, 12);
  double wider = 1e9;
  for (const std::size_t closed : {1u, 4u, 8u, 11u}) {
    const Landing landing = land(after(closed, year, before), 0.95).value();
    const double half = ((*landing.bounds)[1] - (*landing.bounds)[0]) / 2, known = 19.6 * std::sqrt(12.0 - static_cast<double>(closed));
    EXPECT_LT(half, wider);
    EXPECT_GT(half, 0.8 * known) << closed;
    EXPECT_LT(half, 3 * known) << closed;
    EXPECT_GE(landing.estimate, (*landing.bounds)[0]);
    EXPECT_LE(landing.estimate, (*landing.bounds)[1]);
    wider = half;
  }
}

TEST(Landing, IsTheSameEachTimeAndWiderForAHigherConfidence) {
  Random random(3);
  const auto before = months(random, 24), year = months(random, 12);
  const Landing once = land(after(5, year, before), 0.8).value(), again = land(after(5, year, before), 0.8).value(),
                surer = land(after(5, year, before), 0.95).value();
  EXPECT_EQ(once.estimate, again.estimate);
  EXPECT_EQ(*once.bounds, *again.bounds);
  EXPECT_LT((*surer.bounds)[0], (*once.bounds)[0]);
  EXPECT_GT((*surer.bounds)[1], (*once.bounds)[1]);
}

TEST(Landing, NeitherYearNorBoundFallsBelowWhatIsSpentAndCommitted) {
  Random random(5);
  const auto before = months(random, 24), year = months(random, 12);
  Year known = after(6, year, before);
  known.committed = {2'000.0};
  const Landing landing = land(known, 0.95).value();
  const double least = sum(known.actuals) + 2'000;
  EXPECT_GE(landing.estimate, least - 1e-9);
  EXPECT_GE((*landing.bounds)[0], least - 1e-9);
}

}  // namespace
}  // namespace steward::forecast
