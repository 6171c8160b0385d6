#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"
#include "plan/rule_reader.hpp"
#include "plan/sheet_builder.hpp"

// When/then rules: every example of the definition, through the commands.
namespace steward::plan {
namespace {

using tables::RulesColumn;
using tables::TargetsColumn;
using testing::HasSubstr;
using testing::Not;

using Cells = RuleCells;

PaperOffice with_rule(const Cells& cells, const std::string& basis = "year") {
  auto book = ruled_office(basis);
  for (const auto& [column, content] : cells)  // an indicator must be there before a rule may name it
    if (column == RulesColumn::per) type_row<TargetsColumn>(book, "steward_targets", "Targets", {{TargetsColumn::indicator, content}});
  write_rule(book, "W1", cells);
  adopt(book);
  return book;
}

void target(PaperOffice& book, const std::string& line, const std::string& indicator, const std::string& period, Content goal, Content result) {
  type_row<TargetsColumn>(book, "steward_targets", "Targets",
                          {{TargetsColumn::indicator, indicator}, {TargetsColumn::line, line}, {TargetsColumn::target, std::move(goal)},
                           {TargetsColumn::result, std::move(result)}, {TargetsColumn::period, period}});
}

Cells cost_per_conversion() {
  return {{RulesColumn::metric, "cost per acquisition"_s}, {RulesColumn::per, "Conversions"_s}, {RulesColumn::scope, "Advertising"_s},
          {RulesColumn::comparison, ">"_s}, {RulesColumn::limit, 50.0}, {RulesColumn::then, "freeze"_s}, {RulesColumn::share, 0.5}};
}

// Line of advertising: 2,400 a year, 150 spent in March, 3 conversions at a limit of 50: exactly at the limit.
TEST(WhenThen, ACostPerAcquisitionAtItsLimitDoesNothing) {
  auto book = with_rule(cost_per_conversion());
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, 3.0);
  book.run("check");
  EXPECT_EQ(fired(book), 0u);
  EXPECT_EQ(figure(book, "Sales / Advertising", "frozen"), 0);
}

TEST(WhenThen, ACostPerAcquisitionAboveItsLimitFreezesHalfOfWhatIsLeft) {
  auto book = with_rule(cost_per_conversion());
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, 2.0);
  const auto told = all_text(book.run("check").answer);
  EXPECT_THAT(told, HasSubstr("1,125.00 of what is left were frozen"));
  EXPECT_THAT(told, HasSubstr("75"));
  EXPECT_EQ(figure(book, "Sales / Advertising", "frozen"), 1125) << "half of 2,400 − 150";
  EXPECT_EQ(figure(book, "Sales / Advertising", "available"), 1125);
  EXPECT_EQ(fired(book), 1u);
  EXPECT_THAT(all_text(book.run("verifyLog").answer), Not(HasSubstr("difference")));
}

TEST(WhenThen, ZeroConversionsAtACostCount) {
  auto book = with_rule(cost_per_conversion());
  spend(book, 0.01, "Advertising", "2025-03-10", "D1");
  target(book, "Advertising", "Conversions", "2025-03-01", 5.0, 0.0);
  auto& period = book.cell("Targets", 2, static_cast<int>(TargetsColumn::period));
  period = date(2025, 3, 1);  // a date says the period as well
  book.run("check");
  EXPECT_EQ(figure(book, "Sales / Advertising", "frozen"), 1200.00) << "half of 2,399.99, to the cent";
}

TEST(WhenThen, ABlankResultIsNoZero) {
  auto book = with_rule(cost_per_conversion());
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, Blank{});
  book.run("check");
  EXPECT_EQ(fired(book), 0u);
}

TEST(WhenThen, FiresOnceForARuleAScopeAndAPeriod) {
  auto book = with_rule(cost_per_conversion());
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, 2.0);
  book.run("check");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("has met this already"));
  for (int closed = 0; closed < 3; ++closed) book.run("rollForward");
  EXPECT_EQ(fired(book), 1u);
  EXPECT_EQ(figure(book, "Sales / Advertising", "frozen"), 1125);
}

TEST(WhenThen, ClosingAPeriodEvaluatesWhatEndsWithIt) {
  auto book = with_rule(cost_per_conversion());
  spend(book, 150, "Advertising", "2025-01-10", "D1");
  target(book, "L002", "Conversions", "P01", 5.0, 2.0);
  const auto closed = book.run("rollForward");
  EXPECT_THAT(all_text(closed.answer), HasSubstr("were frozen"));
  EXPECT_EQ(fired(book), 1u);
}

TEST(WhenThen, AFreezeUnderMonthlyControlLiesInTheMonthsToCome) {
  auto book = with_rule(cost_per_conversion(), "month");
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, 2.0);
  book.run("check");
  // 2,250 left; half of it, 1,125, over nine months with 200 each: 125 a month.
  const auto april = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s}, {"2025-04-10"_s, "D2"_s, 75.0, "Sales"_s, "Advertising"_s},
                           {"2025-05-10"_s, "D3"_s, 75.01, "Sales"_s, "Advertising"_s}});
  const auto verdicts = book.run("post", {{"rows", april}, {"mode", "check"_s}}).answer;
  EXPECT_EQ(text_of(cell_of(verdicts, 1, "verdict")), "Allow");
  EXPECT_EQ(text_of(cell_of(verdicts, 2, "verdict")), "Stop");
}

TEST(WhenThen, AReturnMultipleBelowOneForThreePeriodsProposesToEnd) {
  auto book = with_rule({{RulesColumn::metric, "return multiple"_s}, {RulesColumn::per, "Revenue"_s}, {RulesColumn::scope, "L002"_s},
                         {RulesColumn::comparison, "<"_s}, {RulesColumn::limit, 1.0}, {RulesColumn::periods, 3.0}, {RulesColumn::then, "end"_s}});
  for (const char* month : {"01", "02", "03"}) {
    spend(book, 100, "Advertising", "2025-"_s + month + "-10", "D"_s + month);
    target(book, "L002", "Revenue", "P"_s + month, Blank{}, 99.0);
    if (month == "02"_s) {
      book.run("check");
      EXPECT_EQ(fired(book), 0u) << "two months are not three";
    }
  }
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("Proposed: end Sales / Advertising: give back 2,100.00 (request R2"));
  EXPECT_EQ(figure(book, "Sales / Advertising", "available"), 2100) << "a proposal changes nothing";
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_EQ(figure(book, "Sales / Advertising", "available"), 0);
  EXPECT_EQ(figure(book, "Sales / Advertising", "revised"), 300);
}

TEST(WhenThen, TwoQuartersBelowTargetShrink) {
  auto book = with_rule({{RulesColumn::metric, "attainment"_s}, {RulesColumn::per, "New customers"_s}, {RulesColumn::scope, "L001"_s}, {RulesColumn::basis, "quarter"_s},
                         {RulesColumn::comparison, "<"_s}, {RulesColumn::limit, 1.0}, {RulesColumn::periods, 2.0}, {RulesColumn::then, "shrink"_s}, {RulesColumn::share, 0.2}});
  auto now = PaperOffice::circumstances();
  now.today = date(2025, 6, 30);
  const auto settings = book.table("steward_settings");
  for (int row = settings.top; row <= settings.bottom; ++row)
    if (book.cell("Settings", row, 0) == Content("as_of"_s)) book.cell("Settings", row, 2) = date(2025, 6, 30);
  target(book, "L001", "New customers", "Q1", 10.0, 9.0);
  target(book, "L001", "New customers", "FY2025-Q2", 10.0, 9.5);
  EXPECT_THAT(all_text(book.run("check", {}, now).answer), HasSubstr("FY2025-Q2"));
  now.user = "Head";
  book.run("decide", {{"request", "R2"_s}}, now);
  EXPECT_EQ(figure(book, "Sales / Travel", "revised"), 1200 - 60) << "20 % of the 300 of the third quarter";
}

TEST(WhenThen, OffForecastProposesToForecastAgain) {
  auto book = with_rule({{RulesColumn::metric, "off forecast"_s}, {RulesColumn::scope, "L001"_s}, {RulesColumn::comparison, ">="_s}, {RulesColumn::limit, "15 %"_s},
                         {RulesColumn::then, "re-forecast"_s}});
  spend(book, 85, "Travel", "2025-03-10", "D1");
  book.run("check");
  EXPECT_EQ(fired(book), 0u) << "without a forecast there is nothing to be off";
  AppendRows vintage{"steward_versions", {}};
  vintage.rows.append({"F1"_s, "forecast"_s, "L001"_s, "FY2025-P03"_s, date(2025, 3, 1), 100.0, "Ann Lee"_s, "2025-02-28 10:00:00"_s});
  auto typed = book;
  typed.carry_out(vintage);
  typed.run("check");
  EXPECT_EQ(fired(typed), 0u) << "a forecast that the log does not prove is no ground for anything";
}

TEST(WhenThen, OffTheForecastThatWasFrozenBefore) {
  auto book = ruled_office();
  for (const char* month : {"01", "02"})
    for (const auto& [account, amount] : {std::pair("Travel", 100.0), {"Advertising", 200.0}, {"Licences", 1000.0}})
      spend(book, amount, account, "2025-"_s + month + "-10", account + "-"_s + month);
  book.run("forecast", {{"asOf", "2025-02-28"_s}});
  write_rule(book, "W1", {{RulesColumn::metric, "off forecast"_s}, {RulesColumn::scope, "L001"_s}, {RulesColumn::comparison, ">="_s}, {RulesColumn::limit, "15 %"_s},
                          {RulesColumn::then, "re-forecast"_s}});
  adopt(book);
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("Proposed: forecast Sales / Travel again (request R2")) << "100 were forecast, nothing was spent";
  EXPECT_EQ(fired(book), 1u);
}

TEST(WhenThen, FirstQuarterShortMovesTheSecond) {
  auto book = with_rule({{RulesColumn::metric, "deviation"_s}, {RulesColumn::scope, "L003"_s}, {RulesColumn::basis, "quarter"_s}, {RulesColumn::season, "Q1"_s},
                         {RulesColumn::comparison, "<"_s}, {RulesColumn::limit, "-5 %"_s}, {RulesColumn::then, "adjust"_s}, {RulesColumn::heads, "L001 -5%, Sales / Advertising +8 %"_s}});
  spend(book, 2849.99, "Licences", "2025-03-10", "D1");  // 3,000 − 5 % is 2,850
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("L001 FY2025-P04 -5"));
  const auto seen = figure(book, "Sales / Travel", "revised");
  EXPECT_EQ(seen, 1200);
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_EQ(figure(book, "Sales / Travel", "revised"), 1200 - 15) << "5 % of the 300 of the second quarter";
  EXPECT_EQ(figure(book, "Sales / Advertising", "revised"), 2400 + 48) << "8 % of its 600";
}

TEST(WhenThen, ADownturnRaisesOneHead) {
  auto book = with_rule({{RulesColumn::metric, "scenario"_s}, {RulesColumn::limit, "downturn"_s}, {RulesColumn::scope, "L002"_s}, {RulesColumn::then, "adjust"_s}, {RulesColumn::heads, "L002 +20%"_s}});
  book.run("check");
  EXPECT_EQ(fired(book), 0u);
  AppendRows declared{"steward_settings", {}};
  declared.rows.append({"scenario"_s, Blank{}, "Downturn"_s});
  book.carry_out(declared);
  book.run("check");
  book.run("check");
  EXPECT_EQ(fired(book), 1u);
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_EQ(figure(book, "Sales / Advertising", "revised"), 2400 + 360) << "20 % of the nine months to come";
}

TEST(WhenThen, AFlexedBudgetThatMovedProposesItsAdjustment) {
  auto book = with_rule({{RulesColumn::metric, "flexed"_s}, {RulesColumn::per, "Hours"_s}, {RulesColumn::scope, "L003"_s}, {RulesColumn::comparison, ">"_s},
                         {RulesColumn::limit, 0.05}, {RulesColumn::then, "flex"_s}, {RulesColumn::fixed, 400.0}});
  target(book, "L003", "Hours", "P03", 60.0, 70.0);
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("L003 FY2025-P03 100"));
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_EQ(figure(book, "IT / Licences", "revised"), 12000 + 100) << "400 + 600 × 70/60 = 1,100";
}

TEST(WhenThen, AStatisticalLineHoldsResultsAsWell) {
  auto book = ruled_office();
  const auto control = book.table("steward_control");
  const auto place = [](tables::ControlColumn column) { return static_cast<int>(tables::Layout(tables::control, 2).place(column)); };
  book.cell("Control", control.top + 1, place(tables::ControlColumn::nature)) = "statistical"_s;  // travel holds conversions
  auto cells = cost_per_conversion();
  cells[1].second = "L001"_s;
  write_rule(book, "W1", cells);
  adopt(book);
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  spend(book, 2, "Travel", "2025-03-11", "D2");
  book.run("check");
  EXPECT_EQ(figure(book, "Sales / Advertising", "frozen"), 1125);
}

TEST(WhenThen, AScopeMayBeEachCodeOfADimension) {
  auto book = with_rule({{RulesColumn::metric, "used"_s}, {RulesColumn::scope, "Department"_s}, {RulesColumn::basis, "cumulative"_s}, {RulesColumn::comparison, ">"_s},
                         {RulesColumn::limit, 1.0}, {RulesColumn::then, "review"_s}});
  spend(book, 901, "Advertising", "2025-03-10", "D1");  // Sales: 900 to date
  spend(book, 2000, "Licences", "2025-03-10", "D2");    // IT: 3,000 to date
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("call a review of Sales"));
  EXPECT_EQ(fired(book), 1u);
}

TEST(WhenThen, IsInForceOnceApprovedOnly) {
  auto book = ruled_office();
  write_rule(book, "W1", cost_per_conversion());
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, 0.0);
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("not as it was approved"));
  EXPECT_EQ(fired(book), 0u);
}

TEST(WhenThen, WhatIsTypedAfterTheRequestIsNotApprovedWithIt) {
  auto book = ruled_office();
  write_rule(book, "R2", {{RulesColumn::line, "L001"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::action, "stop"_s}, {RulesColumn::tolerance_pct, 0.01}});
  book.run("request", {{"type", "rule"_s}}, person("Ann Lee"));
  book.cell("Rules", 2, static_cast<int>(RulesColumn::tolerance_pct)) = 9.0;
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("was changed since"));
  book.cell("Rules", 2, static_cast<int>(RulesColumn::tolerance_pct)) = 0.01;
  EXPECT_EQ(refusal_of(book, "decide", {{"request", "R1"_s}}, "Head"), "");
}

TEST(WhenThen, ANewVersionMayFireAgain) {
  auto book = with_rule(cost_per_conversion());
  target(book, "L002", "Conversions", "FY2025-P03", 5.0, 2.0);
  spend(book, 150, "Advertising", "2025-03-10", "D1");
  book.run("check");
  const int row = write_rule(book, "W1", cost_per_conversion());
  book.cell("Rules", row, 1) = 2.0;
  adopt(book);
  book.run("check");
  EXPECT_EQ(fired(book), 2u);
  EXPECT_EQ(figure(book, "Sales / Advertising", "frozen"), 1125 + 562.5) << "half of what was left";
}

TEST(WhenThen, TheRuleThatAsksIsNobodysRequest) {
  auto book = with_rule({{RulesColumn::metric, "used"_s}, {RulesColumn::scope, "L001"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::comparison, ">="_s}, {RulesColumn::limit, 0.0}, {RulesColumn::then, "review"_s}, {RulesColumn::season, "Q1"_s}});
  book.run("check");
  EXPECT_EQ(fired(book), 0u) << "a year does not lie in a quarter";
}

// Mistakes: the cell and the remedy.
struct Wrong {
  RulesColumn column;
  Content content;
  const char* remedy;
};

TEST(Mistakes, AreNamedWithCellAndRemedy) {
  const Wrong cases[] = {{RulesColumn::metric, "cost per click"_s, "Write one of"}, {RulesColumn::comparison, "=>"_s, "Write one of"},
                         {RulesColumn::comparison, Blank{}, "how the metric is compared"}, {RulesColumn::limit, "much"_s, "Write a figure"},
                         {RulesColumn::limit, Blank{}, "Fill in the limit"}, {RulesColumn::scope, "Moon"_s, "no code and no dimension"},
                         {RulesColumn::per, "Clicks"_s, "neither an indicator of Targets nor a line"}, {RulesColumn::per, Blank{}, "Name in “Per”"},
                         {RulesColumn::then, Blank{}, "Say what follows"}, {RulesColumn::then, "explode"_s, "Write one of"}, {RulesColumn::share, 1.5, "more than the whole"},
                         {RulesColumn::periods, 0.0, "Write a figure"}, {RulesColumn::season, "winter"_s, "Write periods of a year"}, {RulesColumn::heads, "L001 5"_s, "in percent"},
                         {RulesColumn::basis, "life"_s, "Write one of"}, {RulesColumn::rule, Blank{}, "Give the rule an id"}};
  for (const auto& wrong : cases) {
    auto book = ruled_office();
    target(book, "L002", "Conversions", "FY2025-P03", 5.0, 2.0);
    const int row = write_rule(book, "W1", cost_per_conversion());
    book.cell("Rules", row, static_cast<int>(wrong.column)) = wrong.content;
    const auto told = all_text(book.run("check").answer);
    EXPECT_THAT(told, HasSubstr(wrong.remedy));
    EXPECT_THAT(told, HasSubstr("$Rules.$" + column_name(static_cast<int>(wrong.column)) + "$" + std::to_string(row + 1))) << wrong.remedy;
    EXPECT_TRUE(book.plan("request", {{"type", "rule"_s}}, person("Ann Lee")).has_error()) << wrong.remedy;
  }
}

TEST(Heads, AreReadInManySpellings) {
  const auto heads = read_heads("L001 -5%, Sales / Advertising +8 %；L003 −2.5%");
  ASSERT_TRUE(heads);
  ASSERT_EQ(heads->size(), 3u);
  EXPECT_EQ((*heads)[1].line, "Sales / Advertising");
  EXPECT_EQ((*heads)[1].share, 0.08);
  EXPECT_EQ((*heads)[2].share, -0.025);
  EXPECT_FALSE(read_heads("L001"));
  EXPECT_FALSE(read_heads("L001 5"));
}

TEST(Mistakes, ARuleThatChecksPostingsIsReadAsStrictly) {
  auto book = ruled_office();
  write_rule(book, "R2", {{RulesColumn::line, "L009"_s}, {RulesColumn::basis, "month"_s}, {RulesColumn::action, "stop"_s}});
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“L009” is no line"));
  book.cell("Rules", 2, static_cast<int>(RulesColumn::line)) = "L001"_s;
  book.cell("Rules", 2, static_cast<int>(RulesColumn::basis)) = "fortnight"_s;
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“fortnight” is no word of this column"));
}

}  // namespace
}  // namespace steward::plan
