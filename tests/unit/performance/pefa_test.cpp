#include "performance/pefa.hpp"

#include <gtest/gtest.h>

#include "performance/scores.hpp"

namespace steward::performance {
namespace {

constexpr auto none = std::nullopt;
using Indicator = PefaIndicator;
using Rows = std::vector<std::vector<double>>;

Matrix<double> matrix(const Rows& rows) {
  Matrix<double> result;
  for (const auto& row : rows) result.append(row);
  return result;
}
Table texts(std::initializer_list<const char*> words) {
  std::vector<Value> cells;
  for (const char* word : words) cells.emplace_back(std::string(word));
  return Table::column(std::move(cells));
}
Table numbers(std::initializer_list<double> values) {
  return Table::column({values.begin(), values.end()});
}

std::string score_of(Indicator indicator, const Rows& budget, const Rows& outturn,
                     const std::optional<Table>& marks = none) {
  return pefa(indicator, matrix(budget), matrix(outturn), marks).value();
}

// PEFA Framework 2016, PI-1: two of three years, bounds included.
TEST(Pefa, Pi1CountsTwoOfThreeYears) {
  const Rows budget{{100, 100, 100}};
  EXPECT_EQ(score_of(Indicator::pi_1, budget, {{95, 105, 130}}), "A");
  EXPECT_EQ(score_of(Indicator::pi_1, budget, {{95, 94.9, 110}}), "B");
  EXPECT_EQ(score_of(Indicator::pi_1, budget, {{85, 115, 100}}), "C");
  EXPECT_EQ(score_of(Indicator::pi_1, budget, {{84.9, 115.1, 100}}), "D");
  EXPECT_EQ(score_of(Indicator::pi_1, budget, {{90, 110, 80}}), "B");
}

// Deviations of 4 %, 12 % and 4.9 % of two equal heads: half of it each way.
TEST(Pefa, Pi21CountsTwoOfThreeYears) {
  EXPECT_EQ(score_of(Indicator::pi_21, {{500, 500, 500}, {500, 500, 500}}, {{520, 560, 524.5}, {480, 440, 475.5}}),
            "A");
  EXPECT_EQ(score_of(Indicator::pi_21, {{500, 500, 500}, {500, 500, 500}}, {{525, 560, 524.5}, {475, 440, 475.5}}),
            "B");
}

// PEFA handbook: 500/300/150 and interest 50 against 500/300/150/150: 0 % without interest, 17.27 % with it.
TEST(Pefa, Pi2LeavesOutInterestOnlyByFunction) {
  const Rows budget{{500, 500, 500}, {300, 300, 300}, {150, 150, 150}, {50, 50, 50}};
  const Rows outturn{{500, 500, 500}, {300, 300, 300}, {150, 150, 150}, {150, 150, 150}};
  const Table marks = texts({"", "", "", "interest"});
  EXPECT_EQ(score_of(Indicator::pi_21, budget, outturn, marks), "A");
  EXPECT_EQ(score_of(Indicator::pi_22, budget, outturn, marks), "D");
}

TEST(Pefa, Pi23GoesByTheMeanContingency) {
  const std::pair<double, const char*> cases[] = {{29.9, "A"}, {30, "B"},   {60, "B"},
                                                  {60.1, "C"}, {99.9, "C"}, {100, "D"}};
  for (const auto& [spent, expected] : cases)
    EXPECT_EQ(score_of(Indicator::pi_23, {{900, 900, 900}, {100, 100, 100}}, {{900, 900, 900}, {spent, spent, spent}},
                       texts({"", "预备费"})),
              expected)
        << spent;
}

TEST(Pefa, Pi3JoinsTotalAndComposition) {
  const Rows budget{{50, 50, 50}, {50, 50, 50}};
  EXPECT_EQ(score_of(Indicator::pi_31, budget, {{56, 53, 50}, {56, 53, 50}}), "A");
  EXPECT_EQ(score_of(Indicator::pi_32, budget, {{56, 53, 50}, {56, 53, 50}}), "A");
  EXPECT_EQ(score_of(Indicator::pi_3, budget, {{56, 53, 50}, {56, 53, 50}}), "A");
  EXPECT_EQ(score_of(Indicator::pi_32, budget, {{60, 60, 60}, {40, 40, 40}}), "D");
  EXPECT_EQ(score_of(Indicator::pi_3, budget, {{60, 60, 60}, {40, 40, 40}}), "C+");
}

TEST(Pefa, RefusesOtherThanThreeYears) {
  const Matrix<double> two = matrix({{1, 2}}), three = matrix({{1, 2, 3}}), zero = matrix({{0, 0, 0}});
  EXPECT_EQ(pefa(Indicator::pi_1, two, two, none).error().kind, FaultKind::argument);
  EXPECT_EQ(pefa(Indicator::pi_1, three, matrix({{1, 2, 3}, {1, 2, 3}}), none).error().kind, FaultKind::argument);
  EXPECT_EQ(pefa(Indicator::pi_1, zero, three, none).error().kind, FaultKind::division_by_zero);
  EXPECT_EQ(pefa(Indicator::pi_1, three, three, texts({"x"})).error().kind, FaultKind::argument);
  EXPECT_EQ(pefa(Indicator::pi_1, three, three, texts({"", ""})).error().kind, FaultKind::argument);
}

using Numbers = std::vector<double>;

TEST(Score, WeighsAttainments) {
  EXPECT_EQ(score(Numbers{90, 50}, Numbers{100, 50}, Numbers{60, 40}, none, none).value(), 0.94);
  EXPECT_EQ(score(Numbers{150}, Numbers{100}, Numbers{1}, none, 1.2).value(), 1.2);
  EXPECT_EQ(score(Numbers{80, 10}, Numbers{100, 8}, Numbers{1, 1}, texts({"higher", "lower"}), none).value(), 0.8);
  EXPECT_EQ(score(Numbers{0}, Numbers{5}, Numbers{1}, texts({"越低越好"}), 1.0).value(), 1);
}

TEST(Score, RefusesWhatHasNoAttainment) {
  EXPECT_EQ(score(Numbers{1}, Numbers{0}, Numbers{1}, none, none).error().kind, FaultKind::division_by_zero);
  EXPECT_EQ(score(Numbers{0}, Numbers{1}, Numbers{1}, texts({"lower"}), none).error().kind,
            FaultKind::division_by_zero);
  EXPECT_EQ(score(Numbers{1}, Numbers{1}, Numbers{-1}, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(score(Numbers{1}, Numbers{1}, Numbers{0}, none, none).error().kind, FaultKind::number);
  EXPECT_EQ(score(Numbers{1}, Numbers{1, 2}, Numbers{1}, none, none).error().kind, FaultKind::argument);
  EXPECT_EQ(score(Numbers{1}, Numbers{1}, Numbers{1}, texts({"up"}), none).error().kind, FaultKind::argument);
}

TEST(Opportunity, GradesTheWeightedMean) {
  const auto table = opportunity(Numbers{5, 3, 1}, Numbers{4, 3, 1}, Numbers{1, 3, 5}, none).value();
  EXPECT_EQ(table.at(0, 1), Value(std::string("A")));
  EXPECT_EQ(table.at(1, 0), Value(3.0));
  EXPECT_EQ(table.at(1, 1), Value(std::string("B")));
  EXPECT_EQ(table.at(2, 1), Value(std::string("D")));
  EXPECT_EQ(opportunity(Numbers{5}, Numbers{1}, Numbers{5}, numbers({2, 1, 1})).value().at(0, 0), Value(3.0));
  EXPECT_EQ(opportunity(Numbers{6}, Numbers{1}, Numbers{1}, none).error().kind, FaultKind::number);
  EXPECT_EQ(opportunity(Numbers{5}, Numbers{1}, Numbers{1}, numbers({1, 1})).error().kind, FaultKind::argument);
  EXPECT_EQ(opportunity(Numbers{5}, Numbers{1}, Numbers{1}, numbers({0, 0, 0})).error().kind, FaultKind::number);
}

TEST(Rfm, ClassesCustomersByRank) {
  const Table recency = numbers({1, 2, 3, 4, 5}), rising = numbers({10, 20, 30, 40, 50});
  EXPECT_EQ(rfm(recency, rising, rising, 5).value(), texts({"511", "422", "333", "244", "155"}));
  EXPECT_EQ(rfm(numbers({7, 7}), numbers({1, 2}), numbers({2, 1}), 2).value(), texts({"112", "121"}));
  EXPECT_EQ(rfm(recency, rising, numbers({1}), 5).error().kind, FaultKind::argument);
  EXPECT_EQ(rfm(recency, rising, rising, 10).error().kind, FaultKind::number);
  EXPECT_EQ(rfm(Table(1, 1), numbers({1}), numbers({1}), 5).error().kind, FaultKind::value);
}

}  // namespace
}  // namespace steward::performance
