#include "question/ask.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "audit/vectors.hpp"
#include "question/reading.hpp"

namespace steward::question {
namespace {

const Date null_date = date(1899, 12, 30);

Result<Facts> facts_of(const std::string& literal) { return read_facts(audit::literal_table(literal, null_date), null_date); }

double sum_of(const Facts& facts, Measure measure) {
  double sum = 0;
  for (const Figure& figure : facts.figures)
    if (figure.measure == measure) sum += figure.amount;
  return sum;
}

TEST(Facts, ReadsColumnsOfMeasures) {
  const auto facts = facts_of("{Department;Budget;Committed;Actual|Marketing;10000;1500;6000|Sales;8000;500;8200|Total;18000;2000;14200}").value();
  EXPECT_EQ(facts.dimensions, std::vector<std::string>{"Department"});
  EXPECT_EQ(facts.lines.size(), 2u);
  EXPECT_EQ(sum_of(facts, Measure::budget), 18000);
  EXPECT_EQ(sum_of(facts, Measure::committed), 2000);
  EXPECT_EQ(sum_of(facts, Measure::actual), 14200);
}

TEST(Facts, TellsTheOriginalFromTheRevisedBudget) {
  const auto facts = facts_of("{部门;科目;年初预算;调整后预算;实际|市场部;差旅费;100;120;90|销售部;差旅费;200;200;150}").value();
  EXPECT_EQ(facts.dimensions.size(), 2u);
  EXPECT_EQ(sum_of(facts, Measure::original), 300);
  EXPECT_EQ(sum_of(facts, Measure::budget), 320);
}

TEST(Facts, ReadsVersionsDownTheRowsAndMonthsAcross) {
  for (const char* literal :
       {"{Department;Version;2026-01-01;2026-02-01;2026-03-01|Marketing;Budget;100;100;100|Marketing;Actual;90;120;80|Sales;Budget;50;50;50|Sales;Actual;40;45;60}",
        "{部门;口径;1月;2月;3月|市场部;预算;100;100;100|市场部;实际;90;120;80|销售部;预算;50;50;50|销售部;实际;40;45;60}"}) {
    const auto facts = facts_of(literal);
    ASSERT_TRUE(facts.has_value()) << literal;
    EXPECT_EQ(facts.value().dimensions.size(), 1u) << literal;
    EXPECT_EQ(facts.value().lines.size(), 2u) << literal;
    EXPECT_EQ(sum_of(facts.value(), Measure::budget), 450) << literal;
    EXPECT_EQ(sum_of(facts.value(), Measure::actual), 435) << literal;
    EXPECT_TRUE(std::ranges::all_of(facts.value().figures, [](const Figure& f) { return f.span.first == f.span.last && f.span.first > 0; })) << literal;
  }
}

TEST(Facts, LeavesOutTotalsOfRowsAndPeriods) {
  const auto facts = facts_of("{Account;Jan;Feb;Mar;Apr;Total|Travel;1;2;3;4;10|Rent;5;5;5;5;20|Total;6;7;8;9;30}").value();
  EXPECT_EQ(sum_of(facts, Measure::budget), 30);
}

TEST(Facts, ReadsALongTable) {
  const auto facts = facts_of("{Month;Department;Type;Amount|2026-01;Marketing;Budget;100|2026-01;Marketing;Actual;90|2026-02;Marketing;Budget;100|"
                              "2026-02;Marketing;Actual;120|2026-02;Marketing;Actual;5}").value();
  EXPECT_EQ(sum_of(facts, Measure::budget), 200);
  EXPECT_EQ(sum_of(facts, Measure::actual), 215);
}

TEST(Facts, RefusesWhatCanBeMeantInTwoWays) {
  EXPECT_TRUE(facts_of("{Account;Budget;Budget|Travel;1;2|Rent;3;4}").has_error());
  EXPECT_TRUE(facts_of("{a;b|c;d}").has_error());
}

Value answer(const std::string& question, const std::string& literal, std::optional<Date> as_of = {}) {
  const auto found = ask(question, audit::literal_table(literal, null_date), as_of, null_date);
  return found ? found.value().at(0, 0) : Value(std::string("refused"));
}

const std::string with_it = "{Department;Budget;Actual|IT;5000;2500|Sales;8000;9000}";

TEST(Ask, TakesAMemberThatIsACommonWordOnlyAsItIsWritten) {
  EXPECT_EQ(answer("How much of the IT budget is left?", with_it), Value(2500.0));
  EXPECT_EQ(answer("How much of it is left?", with_it), Value(1500.0));
}

TEST(Ask, NeverGuesses) {
  for (const char* question : {"How much is left of the It budgett?", "Which department is best?", "How much did we not spend?", "left right", "budget actual",
                               "How much will be left if we spend 500?", "Sales or IT?", "剩余 实际", "销售部为什么超支", "IT IT IT"})
    EXPECT_EQ(answer(question, with_it), Value(std::string("refused"))) << question;
}

TEST(Ask, KeepsYearsApart) {
  const std::string two_years = "{Account;2025;2026|Travel;10;20|Rent;5;6}";
  EXPECT_EQ(answer("What is the budget of travel?", two_years), Value(std::string("refused")));
  EXPECT_EQ(answer("What is the budget of travel in 2026?", two_years), Value(20.0));
  EXPECT_EQ(answer("What is the travel budget this year?", two_years, date(2025, 6, 1)), Value(10.0));
  EXPECT_EQ(answer("What was the travel budget last year?", two_years, date(2026, 6, 1)), Value(10.0));
}

}  // namespace
}  // namespace steward::question
