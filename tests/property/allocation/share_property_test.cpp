#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "allocation/share.hpp"

namespace steward::allocation {
namespace {

class ShareProperty : public testing::Test {
 protected:
  long long whole(long long low, long long high) { return std::uniform_int_distribution(low, high)(random_); }

  std::vector<double> weights(std::size_t count) {
    std::vector<double> result(count);
    const auto kind = whole(0, 2);
    for (double& weight : result) {
      if (kind == 0) weight = static_cast<double>(whole(0, 20));
      if (kind == 1) weight = static_cast<double>(whole(0, 1000)) / 100;
      if (kind == 2) weight = std::exp(std::uniform_real_distribution(-20.0, 20.0)(random_));
    }
    result[0] += 1;
    return result;
  }
  std::mt19937_64 random_{20260303};
};

Minor sum_of(const std::vector<Money>& parts) {
  return std::accumulate(parts.begin(), parts.end(), Money()).minor();
}

TEST_F(ShareProperty, PartsAddUpAndLieWithinAUnitOfTheirQuota) {
  for (int i = 0; i < 3000; ++i) {
    const auto given = weights(static_cast<std::size_t>(whole(1, 60)));
    const long long total = whole(-100'000'000, 100'000'000);
    const auto parts = share(Money(Minor(total)), given).value();
    ASSERT_EQ(sum_of(parts), total);
    const double all = std::accumulate(given.begin(), given.end(), 0.0);
    for (std::size_t k = 0; k < given.size(); ++k)
      ASSERT_LT(std::abs(static_cast<double>(parts[k].minor()) - static_cast<double>(total) * given[k] / all),
                1 + 1e-6);
  }
}

TEST_F(ShareProperty, NegativesMirrorPositives) {
  for (int i = 0; i < 2000; ++i) {
    const auto given = weights(static_cast<std::size_t>(whole(1, 40)));
    const Money total(Minor(whole(0, 1'000'000)));
    const auto parts = share(total, given).value(), mirrored = share(-total, given).value();
    for (std::size_t k = 0; k < given.size(); ++k) ASSERT_EQ(parts[k], -mirrored[k]);
  }
}

TEST_F(ShareProperty, ALargerWeightNeverGetsLess) {
  for (int i = 0; i < 2000; ++i) {
    const auto given = weights(static_cast<std::size_t>(whole(2, 40)));
    const auto parts = share(Money(Minor(whole(0, 1'000'000))), given).value();
    for (std::size_t k = 1; k < given.size(); ++k) ASSERT_TRUE(given[k] <= given[k - 1] || parts[k] >= parts[k - 1]);
  }
}

// The level λ with Σ clamp(λ × weight, lowest, highest) = total, found by halving: another way than the one tested.
double level(double total, const std::vector<double>& weights, const std::vector<Bounds>& bounds) {
  double low = -1e12, high = 1e12;
  for (int i = 0; i < 300; ++i) {
    const double middle = (low + high) / 2;
    double sum = 0;
    for (std::size_t k = 0; k < weights.size(); ++k)
      sum += std::clamp(middle * weights[k], static_cast<double>(bounds[k].lowest->minor()),
                        static_cast<double>(bounds[k].highest->minor()));
    (sum < total ? low : high) = middle;
  }
  return high;
}

TEST_F(ShareProperty, BoundedPartsAreProportionsCutAtTheirBounds) {
  int feasible = 0;
  for (int i = 0; i < 3000; ++i) {
    auto given = weights(static_cast<std::size_t>(whole(1, 30)));
    for (double& weight : given) weight += 0.01;
    std::vector<Bounds> bounds(given.size());
    long long least = 0, most = 0;
    for (Bounds& each : bounds) {
      const long long low = whole(-500, 2000), high = low + whole(0, 3000);
      each = {Money(Minor(low)), Money(Minor(high))};
      least += low;
      most += high;
    }
    const long long total = whole(least - 100, most + 100);
    const auto parts = share(Money(Minor(total)), given, bounds);
    ASSERT_EQ(parts.has_value(), total >= least && total <= most);
    if (!parts) continue;
    ++feasible;
    ASSERT_EQ(sum_of(parts.value()), total);
    const double water = level(static_cast<double>(total), given, bounds);
    for (std::size_t k = 0; k < given.size(); ++k) {
      const Money& part = parts.value()[k];
      ASSERT_GE(part, *bounds[k].lowest);
      ASSERT_LE(part, *bounds[k].highest);
      const double ideal = std::clamp(water * given[k], static_cast<double>(bounds[k].lowest->minor()),
                                      static_cast<double>(bounds[k].highest->minor()));
      ASSERT_LT(std::abs(static_cast<double>(part.minor()) - ideal), 1.001);
    }
  }
  EXPECT_GT(feasible, 1000);
}

}  // namespace
}  // namespace steward::allocation
