#include "allocation/response.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "allocation/optimize.hpp"

namespace steward::allocation {
namespace {

constexpr auto none = std::nullopt;
using Numbers = std::vector<double>;

double number(const Table& table, std::size_t row, std::size_t column) {
  return std::get<double>(table.at(row, column));
}
Table rows(const std::vector<std::vector<double>>& numbers) {
  Table table;
  for (const auto& row : numbers) table.append({row.begin(), row.end()});
  return table;
}

// Points that lie on a curve give the curve back.
TEST(Response, FindsTheCurveThatMadeTheHistory) {
  for (const ResponseCurve form :
       {ResponseCurve::power, ResponseCurve::logarithm, ResponseCurve::saturation, ResponseCurve::exponential}) {
    const Curve made{form, 300, form == ResponseCurve::power ? 0.4 : 25};
    const Numbers spend{5, 10, 20, 40, 80};
    Numbers results;
    for (const double amount : spend) results.push_back(made.result(amount));
    const Table found = response(spend, results, form, 0).value();
    EXPECT_NEAR(number(found, 0, 0), made.a, 1e-4);
    EXPECT_NEAR(number(found, 0, 1), made.b, 1e-5);
    EXPECT_NEAR(number(found, 0, 2), 1, 1e-9);
    EXPECT_NEAR(number(found, 0, 3), made.marginal(80), 1e-6);
  }
}

// y = 2, 3, 5, 6 at x = 1, 2, 4, 8: the power trend line is LINEST of the logarithms.
TEST(Response, PowerIsTheTrendLineOfTheLogarithms) {
  const Table found = response(Numbers{1, 2, 4, 8}, Numbers{2, 3, 5, 6}, ResponseCurve::power, 0).value();
  // Sums over x = 0, 1, 2, 3 in units of ln 2: slope = Σ(x − 1.5) ln y / 5.
  const double slope =
      (-1.5 * std::log(2) - 0.5 * std::log(3) + 0.5 * std::log(5) + 1.5 * std::log(6)) / 5 / std::log(2);
  EXPECT_NEAR(number(found, 0, 1), slope, 1e-12);
}

TEST(Response, CarriesSpendOver) {
  const Curve made{ResponseCurve::power, 10, 0.5};
  const Numbers spend{100, 0, 40}, working{100, 50, 65};
  Numbers results;
  for (const double amount : working) results.push_back(made.result(amount));
  const Table found = response(spend, results, ResponseCurve::power, 0.5).value();
  EXPECT_NEAR(number(found, 0, 0), 10, 1e-9);
  EXPECT_NEAR(number(found, 0, 1), 0.5, 1e-12);
}

TEST(Response, RefusesAHistoryWithoutACurve) {
  const Numbers same{5, 5}, rising{1, 2};
  EXPECT_EQ(response(same, rising, ResponseCurve::power, 0).error().kind, FaultKind::number);
  EXPECT_EQ(response(Numbers{0, 1}, rising, ResponseCurve::power, 0).error().kind, FaultKind::number);
  EXPECT_EQ(response(rising, Numbers{-1, 1}, ResponseCurve::power, 0).error().kind, FaultKind::number);
  EXPECT_EQ(response(Numbers{1}, Numbers{1}, ResponseCurve::logarithm, 0).error().kind, FaultKind::number);
  EXPECT_EQ(response(Numbers{1, 2, 3}, Numbers{1, 2, 3}, ResponseCurve::saturation, 0).error().kind, FaultKind::number);
  EXPECT_EQ(response(Numbers{-1, 2}, rising, ResponseCurve::logarithm, 0).error().kind, FaultKind::number);
  EXPECT_EQ(response(rising, rising, ResponseCurve::power, 1).error().kind, FaultKind::number);
  EXPECT_EQ(response(rising, Numbers{1}, ResponseCurve::power, 0).error().kind, FaultKind::argument);
}

// a1 √x + a2 √(T − x) is largest at x = T a1² / (a1² + a2²).
TEST(Optimize, MeetsTheKnownOptimumOfRoots) {
  const Table found = optimize(1000, rows({{30, 0.5}, {40, 0.5}}), none, none, none, ResponseCurve::power).value();
  EXPECT_NEAR(number(found, 0, 0), 360, 1e-6);
  EXPECT_NEAR(number(found, 1, 0), 640, 1e-6);
  EXPECT_NEAR(number(found, 0, 1) + number(found, 1, 1), 50 * std::sqrt(1000), 1e-6);
  EXPECT_NEAR(number(found, 0, 2), number(found, 1, 2), 1e-12);
  EXPECT_EQ(found.at(0, 3), Value(Blank{}));
}

TEST(Optimize, SharesLogarithmsInProportion) {
  const Table found = optimize(100, rows({{0, 1}, {-5, 3}}), none, none, none, ResponseCurve::logarithm).value();
  EXPECT_NEAR(number(found, 0, 0), 25, 1e-9);
  EXPECT_NEAR(number(found, 1, 0), 75, 1e-9);
}

TEST(Optimize, StandsBesideThePresentAndKeepsBounds) {
  const Table found = optimize(1000, rows({{30, 0.5}, {40, 0.5}}), rows({{900}, {100}}), rows({{0}, {0}}),
                               rows({{200}, {5000}}), ResponseCurve::power)
                          .value();
  EXPECT_EQ(number(found, 0, 0), 200);
  EXPECT_EQ(number(found, 1, 0), 800);
  EXPECT_EQ(number(found, 0, 3), 900);
  EXPECT_EQ(number(found, 0, 4), 900);
}

TEST(Optimize, LeavesOutChannelsThatAreNotWorthIt) {
  const Table found = optimize(10, rows({{1000, 10}, {1, 100}}), none, none, none, ResponseCurve::exponential).value();
  EXPECT_NEAR(number(found, 0, 0), 10, 1e-9);
  EXPECT_NEAR(number(found, 1, 0), 0, 1e-9);
}

TEST(Optimize, RefusesWhatHasNoOptimum) {
  const Table good = rows({{30, 0.5}, {40, 0.5}});
  EXPECT_EQ(optimize(10, rows({{30, 1.2}}), none, none, none, ResponseCurve::power).error().kind, FaultKind::number);
  EXPECT_EQ(optimize(10, rows({{-3, 0.5}}), none, none, none, ResponseCurve::power).error().kind, FaultKind::number);
  EXPECT_EQ(optimize(10, rows({{3}}), none, none, none, ResponseCurve::power).error().kind, FaultKind::argument);
  EXPECT_EQ(optimize(-1, good, none, none, none, ResponseCurve::power).error().kind, FaultKind::number);
  EXPECT_EQ(optimize(10, good, none, rows({{6}}), none, ResponseCurve::power).error().kind, FaultKind::number);
  EXPECT_EQ(optimize(10, good, none, none, rows({{4}}), ResponseCurve::power).error().kind, FaultKind::number);
  EXPECT_EQ(optimize(10, good, none, none, rows({{4}, {5}, {6}}), ResponseCurve::power).error().kind,
            FaultKind::argument);
  EXPECT_EQ(optimize(10, good, rows({{1}}), none, none, ResponseCurve::power).error().kind, FaultKind::argument);
}

}  // namespace
}  // namespace steward::allocation
