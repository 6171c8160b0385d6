#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Tolerances, alert levels by line, owner and season with their actions, under-runs and the spike at the end of the year.
namespace steward::plan {
namespace {

using tables::RulesColumn;
using testing::HasSubstr;
using testing::Not;

RuleCells checks(const std::string& line, RuleCells more) {
  RuleCells cells{{RulesColumn::line, line}, {RulesColumn::stage, "*"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::action, "stop"_s}, {RulesColumn::unbudgeted, "stop"_s}};
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

PaperOffice with(const std::string& line, RuleCells more) {
  auto book = ruled_office();
  write_rule(book, "R2", checks(line, std::move(more)));
  adopt(book);
  return book;
}

// product.md: "percent of |revised| and/or amount, the stricter or the softer of the two, by line or subtree".
TEST(Tolerances, AreTheStricterOrTheSofterByLine) {
  auto stricter = with("L001", {{RulesColumn::tolerance_pct, 0.1}, {RulesColumn::tolerance_amount, 50.0}, {RulesColumn::tolerance_mode, "lower"_s}});
  EXPECT_EQ(verdict_on(stricter, invoice(1250, "Travel", "2025-03-10", "D1")), "Allow");
  EXPECT_EQ(verdict_on(stricter, invoice(1250.01, "Travel", "2025-03-10", "D1")), "Stop");
  EXPECT_EQ(verdict_on(stricter, invoice(2400.01, "Advertising", "2025-03-10", "D1")), "Stop") << "another line has no tolerance";
  auto softer = with("L001", {{RulesColumn::tolerance_pct, 0.1}, {RulesColumn::tolerance_amount, 50.0}, {RulesColumn::tolerance_mode, "higher"_s}});
  EXPECT_EQ(verdict_on(softer, invoice(1320, "Travel", "2025-03-10", "D1")), "Allow");
  EXPECT_EQ(verdict_on(softer, invoice(1320.01, "Travel", "2025-03-10", "D1")), "Stop");
}

TEST(Tolerances, OverAndWithinIsSaid) {
  auto book = with("L001", {{RulesColumn::tolerance_pct, 0.1}});
  spend(book, 1250, "Travel", "2025-03-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("Over budget, within tolerance"));
}

TEST(Tolerances, AnUnderRunBeyondItIsFlaggedOnBothSidesOnly) {
  auto both = with("L001", {{RulesColumn::basis, "month"_s}, {RulesColumn::tolerance_pct, 0.1}, {RulesColumn::under, 1.0}});
  spend(both, 89.99, "Travel", "2025-03-10", "D1");
  EXPECT_THAT(all_text(both.run("check").answer), HasSubstr("89.99 consumed in FY2025-P03, less than 90.00"));
  auto exact = with("L001", {{RulesColumn::basis, "month"_s}, {RulesColumn::tolerance_pct, 0.1}, {RulesColumn::under, 1.0}});
  spend(exact, 90, "Travel", "2025-03-10", "D1");
  EXPECT_THAT(all_text(exact.run("check").answer), Not(HasSubstr("consumed in FY2025-P03")));
  auto one = with("L001", {{RulesColumn::basis, "month"_s}, {RulesColumn::tolerance_pct, 0.1}});
  EXPECT_THAT(all_text(one.run("check").answer), Not(HasSubstr("under-run")));
}

TEST(Actions, DependOnTheStage) {
  auto book = with("L001", {{RulesColumn::stage, "commitment"_s}, {RulesColumn::action, "warn"_s}});
  const auto posted = [&](const std::string& stage) {
    auto rows_of_it = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "Department"_s, "Account"_s}, {"2025-03-10"_s, "D1"_s, stage, 1300.0, "Sales"_s, "Travel"_s}});
    return verdict_on(book, rows_of_it);
  };
  EXPECT_EQ(posted("commitment"), "Warn");
}

TEST(Levels, AskForAPlanOnce) {
  auto book = with("L001", {{RulesColumn::yellow_action, "plan"_s}});
  spend(book, 959.99, "Travel", "2025-03-10", "D1");
  book.run("check");
  EXPECT_EQ(fired(book), 0u) << "79.99 % are not yellow";
  spend(book, 0.01, "Travel", "2025-03-11", "D2");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("Proposed: ask for a plan for Sales / Travel"));
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("has met this already"));
  EXPECT_EQ(fired(book), 1u);
}

TEST(Levels, EachHasItsOwnAction) {
  auto book = with("L001", {{RulesColumn::yellow_action, "plan"_s}, {RulesColumn::orange_action, "review"_s}, {RulesColumn::red_action, "freeze"_s}});
  spend(book, 960, "Travel", "2025-03-10", "D1");
  book.run("check");
  spend(book, 120, "Travel", "2025-03-11", "D2");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("call a review"));
  spend(book, 60, "Travel", "2025-03-12", "D3");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("60.00 of what is left were frozen"));
  EXPECT_EQ(figure(book, "Sales / Travel", "available"), 0);
  EXPECT_EQ(fired(book), 3u);
}

TEST(Levels, WhatIsCoreIsNotFrozen) {
  auto book = with("L001", {{RulesColumn::red_action, "freeze"_s}});
  set_setting(book, "core", "Travel", "1"_s);
  adopt(book, "setting");
  spend(book, 1140, "Travel", "2025-03-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("is core and was not frozen"));
  EXPECT_EQ(figure(book, "Sales / Travel", "frozen"), 0);
}

TEST(Levels, HoldByOwner) {
  auto book = with("*", {{RulesColumn::owner, "Bob"_s}, {RulesColumn::yellow, 0.5}, {RulesColumn::yellow_action, "plan"_s}});
  const auto owner = static_cast<int>(tables::Layout(tables::control, 2).place(tables::ControlColumn::owner));
  book.cell("Control", book.table("steward_control").top + 1, owner) = "Bob"_s;
  adopt(book, "setting");
  spend(book, 600, "Travel", "2025-03-10", "D1");
  spend(book, 1200, "Advertising", "2025-03-10", "D2");
  book.run("check");
  EXPECT_EQ(fired(book), 1u) << "half of the budget is yellow for Bob's line only";
}

TEST(Levels, HoldInTheirSeason) {
  auto book = ruled_office("month");
  write_rule(book, "R2", checks("L001", {{RulesColumn::basis, "month"_s}, {RulesColumn::season, "P03"_s}, {RulesColumn::yellow, 0.5}, {RulesColumn::action, "warn"_s}}));
  adopt(book);
  EXPECT_EQ(verdict_on(book, invoice(101, "Travel", "2025-03-10", "D1")), "Warn");
  EXPECT_EQ(verdict_on(book, invoice(101, "Travel", "2025-04-10", "D1")), "Stop") << "in April the rule for the whole year holds";
  const auto yellow = book.run("post", {{"rows", invoice(50, "Travel", "2025-03-10", "D1")}, {"mode", "check"_s}}).answer;
  EXPECT_THAT(all_text(yellow), HasSubstr("ellow"));
}

TEST(YearEnd, ASpikeOfTheLastPeriodIsFlagged) {
  auto book = with("L003", {{RulesColumn::spike, 3.0}});
  for (int month = 1; month <= 11; ++month) {
    const auto two = (month < 10 ? "0" : "") + std::to_string(month);
    spend(book, 100, "Licences", "2025-" + two + "-10", "D" + two);
  }
  spend(book, 300, "Licences", "2025-12-10", "D12");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("times the average")));
  spend(book, 0.01, "Licences", "2025-12-11", "D13");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("300.01 were spent in FY2025-P12, 3 times the average"));
}

}  // namespace
}  // namespace steward::plan
