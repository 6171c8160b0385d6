#include "allocation/reallocate.hpp"

#include <gtest/gtest.h>

#include "allocation/credit.hpp"

namespace steward::allocation {
namespace {

using Numbers = std::vector<double>;

Table rules() {
  Table table;
  table.append({5.0, 0.2});
  table.append({1.0, 0.0});
  table.append({0.0, -0.5});
  return table;
}
Table proposals(std::initializer_list<std::vector<Value>> rows) {
  Table table;
  for (const auto& row : rows) table.append(row);
  return table;
}
Value word(const char* text) {
  return std::string(text);
}

TEST(Reallocate, MovesWhatTheSmallerSideAllows) {
  // The loser would give 500, the two winners would take 200 and 400: the raises are scaled to 500.
  EXPECT_EQ(reallocate(Numbers{1000, 1000, 2000, 300}, Numbers{100, 5000, 12000, 600}, rules()).value(),
            proposals({{word("cut"), -500.0, 500.0},
                       {word("raise"), 166.67, 1166.67},
                       {word("raise"), 333.33, 2333.33},
                       {word("hold"), 0.0, 300.0}}));
  EXPECT_EQ(reallocate(Numbers{1000, 1000}, Numbers{100, 5000}, rules()).value(),
            proposals({{word("cut"), -200.0, 800.0}, {word("raise"), 200.0, 1200.0}}));
}

TEST(Reallocate, HoldsWhenNobodyTakes) {
  EXPECT_EQ(reallocate(Numbers{1000, 0}, Numbers{100, 50}, rules()).value(),
            proposals({{word("hold"), 0.0, 1000.0}, {word("hold"), 0.0, 0.0}}));
}

TEST(Reallocate, RefusesRulesThatAreNone) {
  const Numbers one{1}, two{1, 2};
  EXPECT_EQ(reallocate(one, two, rules()).error().kind, FaultKind::argument);
  EXPECT_EQ(reallocate(one, one, proposals({{1.0}})).error().kind, FaultKind::argument);
  EXPECT_EQ(reallocate(one, one, proposals({{1.0, 0.1}, {1.0, 0.2}})).error().kind, FaultKind::argument);
  EXPECT_EQ(reallocate(one, one, proposals({{1.0, -1.5}})).error().kind, FaultKind::number);
  EXPECT_EQ(reallocate(Numbers{-1}, one, rules()).error().kind, FaultKind::number);
}

double credited(const Table& table, const char* channel) {
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (table.at(row, 0) == word(channel)) return std::get<double>(table.at(row, 1));
  return -1;
}

Table paths() {
  return proposals({{word("Search > Mail > Search"), 6.0}, {word("Mail"), 2.0}, {word("Display > Mail"), 4.0}});
}

TEST(Credit, OfFirstLastAndLinear) {
  const Table first = credit(paths(), CreditMethod::first).value();
  EXPECT_EQ(credited(first, "Search"), 6);
  EXPECT_EQ(credited(first, "Mail"), 2);
  EXPECT_EQ(credited(first, "Display"), 4);
  EXPECT_EQ(credited(credit(paths(), CreditMethod::last).value(), "Mail"), 6);
  EXPECT_EQ(credited(credit(paths(), CreditMethod::linear).value(), "Search"), 4);
}

TEST(Credit, OfShapleyCountsEachChannelOnce) {
  const Table table = credit(paths(), CreditMethod::shapley).value();
  EXPECT_EQ(credited(table, "Search"), 3);
  EXPECT_EQ(credited(table, "Mail"), 7);
  EXPECT_EQ(credited(table, "Display"), 2);
  EXPECT_NEAR(std::get<double>(table.at(1, 2)), 7.0 / 12, 1e-12);
}

// Bryl, Marketing Multi-Channel Attribution model with R (AnalyzeCore, 2016): C1 > C2 > C3 converts, C1 and C2 > C3 do
// not; the removal effects are 0.5, 1 and 1.
TEST(Credit, OfMarkovAgreesWithThePublishedExample) {
  const Table table = credit(proposals({{word("C1"), word("C2"), word("C3"), 1.0},
                                        {word("C1"), Blank{}, Blank{}, 0.0},
                                        {word("C2"), word("C3"), Blank{}, 0.0}}),
                             CreditMethod::markov)
                          .value();
  EXPECT_NEAR(credited(table, "C1"), 0.2, 1e-12);
  EXPECT_NEAR(credited(table, "C2"), 0.4, 1e-12);
  EXPECT_NEAR(credited(table, "C3"), 0.4, 1e-12);
}

TEST(Credit, AddsUpToTheConversions) {
  for (const CreditMethod method :
       {CreditMethod::shapley, CreditMethod::markov, CreditMethod::first, CreditMethod::last, CreditMethod::linear}) {
    const Table table = credit(paths(), method).value();
    EXPECT_NEAR(credited(table, "Search") + credited(table, "Mail") + credited(table, "Display"), 12, 1e-9);
  }
}

TEST(Credit, RefusesWhatIsNoPath) {
  EXPECT_EQ(credit(proposals({{1.0}}), CreditMethod::first).error().kind, FaultKind::not_available);
  EXPECT_EQ(credit(proposals({{word("A"), -1.0}}), CreditMethod::first).error().kind, FaultKind::number);
  EXPECT_EQ(credit(proposals({{CellError{"#REF!"}}}), CreditMethod::first).error().kind, FaultKind::value);
  EXPECT_EQ(credited(credit(proposals({{word("A"), 0.0}}), CreditMethod::markov).value(), "A"), 0);
}

}  // namespace
}  // namespace steward::allocation
