#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "allocation/package_choice.hpp"
#include "../../support/package_cases.hpp"
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

// How long it takes is measured by the bench; here, that every class of the named generator agrees with trying every
// choice where that can be done, and is proved at full size.
TEST_F(SelectProperty, AgreesWithTryingEveryChoiceOfEveryClass) {
  for (const auto kind : cases::kinds)
    for (int i = 0; i < 60; ++i) {
      const auto one = cases::make(kind, 6, 3, i % 2 ? 20 : 1000, 0.2 + 0.01 * i, random_);
      WorkLimit work;
      const auto found = best_choice(one.packages, one.limit, work).value();
      ASSERT_TRUE(found);
      ASSERT_EQ(found->value, *best_of_all(one.packages, 0, one.limit));
    }
}

TEST_F(SelectProperty, ProvesTwoHundredPackagesOfFiveLevels) {
  for (const auto kind : cases::kinds) {
    auto one = cases::make(kind, 200, 5, 10'000, 0.5, random_);
    WorkLimit work;
    const auto found = best_choice(std::move(one.packages), one.limit, work);
    ASSERT_TRUE(found.has_value() && found.value()) << cases::names[static_cast<std::size_t>(kind)];
    ASSERT_EQ(best_choice(cases::make(kind, 3, 5, 10'000, 0.5, random_).packages, -1, work).value(), std::nullopt);
  }
}

TEST_F(SelectProperty, GivesUpLoudlyBeyondItsWorkLimit) {
  WorkLimit work{100};
  auto one = cases::make(cases::Kind::weakly, 200, 5, 1'000'000, 0.5, random_);
  const auto found = best_choice(std::move(one.packages), one.limit, work);
  ASSERT_TRUE(found.has_error());
  EXPECT_EQ(found.error().kind, FaultKind::number);
}

}  // namespace
}  // namespace steward::allocation
