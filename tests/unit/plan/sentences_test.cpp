#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Sentences of the definition of control that no other test shows, through the commands.
namespace steward::plan {
namespace {

using tables::AuthoritiesColumn;
using tables::RulesColumn;
using testing::HasSubstr;
using testing::Not;

RuleCells checks(const std::string& line, RuleCells more) {
  RuleCells cells{{RulesColumn::line, line}, {RulesColumn::stage, "*"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::action, "stop"_s}, {RulesColumn::unbudgeted, "stop"_s}};
  for (auto& one : more) {
    const auto known = std::ranges::find(cells, one.first, &RuleCells::value_type::first);
    if (known == cells.end()) cells.push_back(one);
    else known->second = one.second;
  }
  return cells;
}

// "pooled over named lines": 1,200 and 2,400 are 3,600 together; the third line keeps its own 12,000.
TEST(Sentences, PooledLinesShareTheirBudgetAndOthersDoNot) {
  auto book = ruled_office();
  write_rule(book, "R1", checks("*", {{RulesColumn::version, 2.0}, {RulesColumn::basis, "pooled"_s}, {RulesColumn::pool, "L001 L002"_s}}));
  adopt(book);
  EXPECT_EQ(verdict_on(book, invoice(3600, "Travel", "2025-03-10", "D1")), "Allow");
  EXPECT_EQ(verdict_on(book, invoice(3600.01, "Travel", "2025-03-10", "D1")), "Stop");
  spend(book, 3000, "Travel", "2025-03-10", "D1");
  EXPECT_EQ(verdict_on(book, invoice(600.01, "Advertising", "2025-03-10", "D2")), "Stop");
  EXPECT_EQ(verdict_on(book, invoice(12000.01, "Licences", "2025-03-10", "D3")), "Stop") << "who shares with nobody is held by his own";
  EXPECT_EQ(verdict_on(book, invoice(12000, "Licences", "2025-03-10", "D3")), "Allow");
}

// "a posting carries the version of the rule it met".
TEST(Sentences, APostingCarriesTheVersionOfItsRule) {
  auto book = ruled_office();
  const int place = static_cast<int>(tables::Layout(tables::ledger, 2).place(tables::LedgerColumn::rule_version));
  spend(book, 10, "Travel", "2025-03-10", "D1");
  EXPECT_EQ(book.cell("Ledger", 1, place), Content("R1/1"_s));
  write_rule(book, "R1", checks("*", {{RulesColumn::version, 2.0}, {RulesColumn::tolerance_pct, 0.1}}));
  adopt(book);
  spend(book, 10, "Travel", "2025-03-11", "D2");
  EXPECT_EQ(book.cell("Ledger", 2, place), Content("R1/2"_s));
  EXPECT_EQ(book.cell("Ledger", 1, place), Content("R1/1"_s));
}

// "Widening a tolerance or a limit needs authority as well": the vector of vectors.md.
TEST(Sentences, ATolerancePostedThroughAndRestoredIsStillABreach) {
  auto book = ruled_office();
  auto& tolerance = book.cell("Rules", 1, static_cast<int>(RulesColumn::tolerance_pct));
  const Content approved = tolerance;
  tolerance = 0.5;
  EXPECT_EQ(verdict_on(book, invoice(1680, "Travel", "2025-03-10", "D1"), "post"), "Stop");
  tolerance = approved;
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("not as it was approved")));
}

// "hours or working days allowed, overdue list": a Friday request with one working day falls due on Monday.
TEST(Sentences, WhatWaitsTooLongIsListed) {
  auto book = ruled_office();
  const int row = book.table("steward_authorities").bottom - 1;
  book.cell("Authorities", row, static_cast<int>(AuthoritiesColumn::days)) = 1.0;
  auto friday = person("Ann Lee");
  friday.today = date(2025, 3, 28);
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}};
  EXPECT_THAT(all_text(book.run("transfer", move, friday).answer), HasSubstr("2025-03-31"));
  auto later = person("Ann Lee");
  later.today = date(2025, 3, 31);
  EXPECT_THAT(all_text(book.run("check", {}, later).answer), Not(HasSubstr("2025-03-31")));
  later.today = date(2025, 4, 1);
  EXPECT_THAT(all_text(book.run("check", {}, later).answer), HasSubstr("2025-03-31"));
}

// "hours … allowed": six hours from Friday at 21:00 end on Monday at 3:00.
TEST(Sentences, HoursAllowedStandStillOverTheWeekend) {
  auto book = ruled_office();
  const int row = book.table("steward_authorities").bottom - 1;
  book.cell("Authorities", row, static_cast<int>(AuthoritiesColumn::days)) = "6 h"_s;
  auto friday = person("Ann Lee");
  friday.today = date(2025, 3, 28);
  friday.seconds = 21 * 3600;
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}};
  EXPECT_THAT(all_text(book.run("transfer", move, friday).answer), HasSubstr("2025-03-31 03:00"));
  auto monday = person("Ann Lee");
  monday.today = date(2025, 3, 31);
  monday.seconds = 3 * 3600;
  EXPECT_THAT(all_text(book.run("check", {}, monday).answer), Not(HasSubstr("2025-03-31 03:00")));
  monday.seconds += 1;
  EXPECT_THAT(all_text(book.run("check", {}, monday).answer), HasSubstr("2025-03-31 03:00"));
}

// "Override: somebody with authority, a reason, in the log"; "re-opened under authority with a reason".
TEST(Sentences, OverridesAndReopeningNeedAReason) {
  auto book = ruled_office();
  for (const auto& type : {"override"_s, "reopen"_s}) {
    Options asked{{"type", type}, {"line", "Sales / Travel"_s}, {"amount", 100.0}, {"period", "FY2025-P01"_s}};
    if (type == "reopen") asked.erase("line"), asked.erase("amount");
    EXPECT_THAT(refusal_of(book, "request", asked), HasSubstr("needs a reason")) << type;
    asked["purpose"] = " "_s;
    EXPECT_THAT(refusal_of(book, "request", asked), HasSubstr("needs a reason")) << type;
    asked["purpose"] = "flood"_s;
    EXPECT_EQ(refusal_of(book, "request", asked), "") << type;
  }
  const Options blank{{"rows", invoice(1300, "Travel", "2025-03-10", "D1")}, {"mode", "post"_s}, {"reason", " "_s}};
  EXPECT_EQ(text_of(cell_of(book.run("post", blank, person("Head")).answer, 1, "verdict")), "Stop");
  const Options flood{{"rows", invoice(1300, "Travel", "2025-03-10", "D1")}, {"mode", "post"_s}, {"reason", "flood"_s}};
  EXPECT_EQ(text_of(cell_of(book.run("post", flood, person("Head")).answer, 1, "verdict")), "Warn");
}

// "a fast lane up to a limit under joint signature".
TEST(Sentences, TheFastLaneNeedsBothSignatures) {
  auto book = budget_office();
  book.run("setUp", {{"basis", "year"_s}});
  book.grant({{"*"_s, "*"_s, 100.0, Blank{}, 0.0, "Anna"_s, Blank{}, 1.0},
              {"*"_s, "*"_s, 100.0, Blank{}, 0.0, "Bert"_s, Blank{}, 1.0},
              {"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Boss"_s, Blank{}, Blank{}}});
  Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 100.0}, {"period", "2025-03-10"_s}};
  book.run("transfer", move, person("Ann Lee"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Anna")).message, HasSubstr("open"));
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Anna"), HasSubstr("Waiting for: Bert"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Bert")).message, HasSubstr("approved"));
  move["amount"] = 0.01;
  EXPECT_THAT(all_text(book.run("transfer", move, person("Ann Lee")).answer), HasSubstr("Boss")) << "100.01 within 30 days are beyond the lane";
}

// "reversing needs the money still to be there".
TEST(Sentences, ATransferIsTakenBackWhileTheMoneyIsThere) {
  auto book = ruled_office();
  book.run("transfer", {{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 1000.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  spend(book, 3000, "Advertising", "2025-03-10", "D1");
  const Options back{{"line", "Sales / Advertising"_s}, {"to", "Sales / Travel"_s}, {"amount", 1000.0}, {"period", "2025-03-10"_s}};
  EXPECT_THAT(refusal_of(book, "transfer", back), HasSubstr("has 400.00 to give"));
}

// "Never more than the source's own available without tolerance".
TEST(Sentences, ATransferTakesNoTolerance) {
  auto book = ruled_office("year", {{"tolerance", "10 %"_s}});
  const auto move = [](double amount) { return Options{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", amount}, {"period", "2025-03-10"_s}}; };
  EXPECT_EQ(refusal_of(book, "transfer", move(1200)), "");
  EXPECT_THAT(refusal_of(book, "transfer", move(1200.01)), HasSubstr("A tolerance cannot be transferred"));
}

// "FY2026-ADJ; late invoices go to the first open period and keep their document date".
TEST(Sentences, AClosedPeriodOffersTheFirstOpenOne) {
  auto book = ruled_office();
  book.run("rollForward");
  const auto late = book.run("post", {{"rows", invoice(10, "Travel", "2025-01-20", "D1")}, {"mode", "check"_s}}).answer;
  EXPECT_EQ(text_of(cell_of(late, 1, "verdict")), "Stop");
  EXPECT_THAT(all_text(late), HasSubstr("FY2025-P02"));
}

}  // namespace
}  // namespace steward::plan
