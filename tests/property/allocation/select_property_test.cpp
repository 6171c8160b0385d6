#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "allocation/package_choice.hpp"
#include "allocation/select.hpp"

namespace steward::allocation {
namespace {

class SelectProperty : public testing::Test {
 protected:
  std::int64_t whole(std::int64_t low, std::int64_t high) { return std::uniform_int_distribution(low, high)(random_); }
  std::mt19937_64 random_{20260307};
};

// Every choice tried.
std::optional<std::int64_t> best_of_all(const std::vector<Package>& packages, std::size_t at, std::int64_t left) {
  if (at == packages.size()) return left >= 0 ? std::optional<std::int64_t>(0) : std::nullopt;
  std::optional<std::int64_t> best;
  for (const Option& option : packages[at])
    if (const auto rest = best_of_all(packages, at + 1, left - option.cost))
      best = std::max(best.value_or(*rest + option.value), *rest + option.value);
  return best;
}

TEST_F(SelectProperty, AgreesWithTryingEveryChoice) {
  for (int i = 0; i < 4000; ++i) {
    const bool narrow = whole(0, 1) == 0;
    std::vector<Package> packages(static_cast<std::size_t>(whole(1, 7)));
    std::size_t row = 0;
    for (Package& package : packages) {
      if (whole(0, 3) > 0) package.push_back({});
      for (auto n = whole(1, 4); n > 0; --n)
        package.push_back(
            {whole(narrow ? 1 : -20, narrow ? 6 : 100), whole(narrow ? 1 : -20, narrow ? 6 : 100), row++});
    }
    const std::int64_t limit = whole(-10, narrow ? 25 : 300);
    WorkLimit work;
    const auto found = best_choice(packages, limit, work).value();
    const auto expected = best_of_all(packages, 0, limit);
    ASSERT_EQ(found.has_value(), expected.has_value());
    if (!found) continue;
    ASSERT_EQ(found->value, *expected);
    std::int64_t cost = 0, value = 0;
    for (const Package& package : packages) {
      int taken = 0;
      for (const Option& option : package) {
        if (!option.row || std::ranges::find(found->rows, *option.row) == found->rows.end()) continue;
        cost += option.cost;
        value += option.value;
        ++taken;
      }
      ASSERT_TRUE(taken == 1 || (taken == 0 && !package.front().row));
    }
    ASSERT_EQ(value, *expected);
    ASSERT_LE(cost, limit);
  }
}

// Kellerer, Pferschy and Pisinger, Knapsack Problems (2004), ch. 11.6: the classes of test instances.
enum class Kind { uncorrelated, weakly_correlated, strongly_correlated };

std::vector<Package> instance(Kind kind, std::size_t count, std::mt19937_64& random) {
  std::uniform_int_distribution<std::int64_t> amount(1, 1'000'000);
  std::vector<Package> packages(count);
  std::size_t row = 0;
  for (Package& package : packages) {
    package.push_back({});
    for (int level = 0; level < 5; ++level) {
      const std::int64_t cost = amount(random);
      std::int64_t value = cost;
      if (kind == Kind::uncorrelated) value = amount(random);
      if (kind == Kind::weakly_correlated) value = std::max<std::int64_t>(1, cost + amount(random) / 5 - 100'000);
      if (kind == Kind::strongly_correlated) value = cost + 100'000;
      package.push_back({cost, value, row++});
    }
  }
  return packages;
}

// How long it takes is measured elsewhere; here, that the ordinary classes are proved and none is answered unproved.
TEST_F(SelectProperty, ProvesTwoHundredPackagesOfFiveLevels) {
  for (const Kind kind : {Kind::uncorrelated, Kind::weakly_correlated})
    for (int i = 0; i < 5; ++i) {
      WorkLimit work;
      const auto found = best_choice(instance(kind, 200, random_), 50'000'000, work);
      ASSERT_TRUE(found.has_value() && found.value());
      ASSERT_EQ(best_choice(instance(kind, 3, random_), -1, work).value(), std::nullopt);
    }
}

TEST_F(SelectProperty, GivesUpLoudlyBeyondItsWorkLimit) {
  WorkLimit work{100};
  const auto found = best_choice(instance(Kind::strongly_correlated, 200, random_), 50'000'000, work);
  ASSERT_TRUE(found.has_error());
  EXPECT_EQ(found.error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::allocation
