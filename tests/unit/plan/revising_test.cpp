#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"

namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

// Travel 1,200, advertising 2,400 and licences 12,000 a year under annual control. Head approves up to 500, Boss any amount.
PaperOffice office() {
  auto office = budget_office();
  office.run("setUp", {{"basis", "year"_s}});
  AppendRows rows{"steward_authorities", {}};
  rows.rows.append({"*"_s, "*"_s, 500.0, Blank{}, 1.0, "Head"_s, 3.0});
  rows.rows.append({"*"_s, "*"_s, Blank{}, Blank{}, 2.0, "Boss"_s});
  office.carry_out(rows);
  return office;
}

constexpr int travel = 2, advertising = 3;
Content& draft(PaperOffice& office, int line, int month = 1) { return office.cell("Budget", line, 1 + month); }

std::string verdict(PaperOffice& office, double amount) {
  const auto invoice = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s}, {"2025-03-10"_s, "D1"_s, amount, "Sales"_s, "Travel"_s}});
  return text_of(cell_of(office.run("post", {{"rows", invoice}, {"mode", "check"_s}}).answer, 1, "verdict"));
}

std::string refusal(PaperOffice& office, const std::string& command, Options options = {}, const std::string& who = "Ann Lee") {
  auto planned = office.plan(command, std::move(options), person(who));
  return planned.has_error() ? filled(planned.error().sentence, Language::english, planned.error().blanks) : std::string();
}

std::string findings(PaperOffice& office) { return all_text(office.run("check").answer); }

TEST(Revising, TheOldBudgetControlsUntilTheNewOneIsApproved) {
  auto book = office();
  draft(book, travel) = 500.0;
  EXPECT_THAT(book.run("revise", {{"purpose", "second fair"_s}}, person("Ann Lee")).message, HasSubstr("revision V2 was made. Lines that change: 1."));
  EXPECT_EQ(verdict(book, 1200.01), "Stop");
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(verdict(book, 1600), "Allow");
  EXPECT_EQ(verdict(book, 1600.01), "Stop");
  EXPECT_THAT(findings(book), Not(HasSubstr("not approved")));
  EXPECT_THAT(book.run("verifyLog").message, HasSubstr("Without a seal"));
}

TEST(Revising, ChecksWithoutWriting) {
  auto book = office();
  draft(book, travel) = 500.0;
  draft(book, advertising) = 0.0;
  const auto plan = book.run("revise", {{"mode", "check"_s}});
  EXPECT_TRUE(plan.edits.empty());
  EXPECT_THAT(plan.message, HasSubstr("change: 2, by 600.00"));
  EXPECT_EQ(cell_of(plan.answer, 1, "approved"), Value(1200.0));
  EXPECT_EQ(cell_of(plan.answer, 1, "draft"), Value(1600.0));
  EXPECT_EQ(cell_of(plan.answer, 2, "difference"), Value(-200.0));
}

TEST(Revising, TheAuthorityIsThatForEverythingThatMoves) {
  auto book = office();
  draft(book, travel) = 400.0;
  draft(book, advertising, 1) = 0.0;
  draft(book, advertising, 2) = 100.0;
  // 300 more here and 300 less there are 600, beyond Head alone.
  EXPECT_THAT(book.run("revise", {}, person("Ann Lee")).message, HasSubstr("Head"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Head")).message, HasSubstr("open"));
  EXPECT_EQ(verdict(book, 1500), "Stop");
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Boss")).message, HasSubstr("approved"));
  EXPECT_EQ(verdict(book, 1500), "Allow");
}

TEST(Revising, ARejectedRevisionChangesNothing) {
  auto book = office();
  draft(book, travel) = 500.0;
  book.run("revise", {}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}, {"decision", "reject"_s}}, person("Head"));
  EXPECT_EQ(verdict(book, 1200.01), "Stop");
  EXPECT_THAT(findings(book), HasSubstr("+400.00 not approved"));
  EXPECT_THAT(book.run("revise", {}, person("Ann Lee")).message, HasSubstr("V3"));
}

TEST(Revising, OneRevisionAtATime) {
  auto book = office();
  draft(book, travel) = 500.0;
  book.run("revise", {}, person("Ann Lee"));
  draft(book, travel) = 600.0;
  EXPECT_THAT(refusal(book, "revise"), HasSubstr("R1"));
  book.run("decide", {{"request", "R1"_s}, {"decision", "withdraw"_s}}, person("Ann Lee"));
  book.run("revise", {}, person("Ann Lee"));
}

TEST(Revising, WhatIsTypedAfterTheRequestIsNotApprovedWithIt) {
  auto book = office();
  draft(book, travel) = 300.0;
  book.run("revise", {}, person("Ann Lee"));
  draft(book, travel) = 9000.0;
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(verdict(book, 1400), "Allow");
  EXPECT_EQ(verdict(book, 1400.01), "Stop");
  EXPECT_THAT(findings(book), HasSubstr("+8,700.00 not approved"));
}

TEST(Revising, ABudgetIsNotCutBelowWhatIsUsed) {
  auto book = office();
  const auto invoice = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s}, {"2025-03-10"_s, "D1"_s, 1000.0, "Sales"_s, "Travel"_s}});
  book.run("post", {{"rows", invoice}, {"mode", "post"_s}});
  for (int month = 1; month <= 3; ++month) draft(book, travel, month) = 0.0;
  book.run("revise", {}, person("Ann Lee"));
  EXPECT_THAT(refusal(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("cannot be cut so far: 100.00"));
}

TEST(Revising, ASupplementGivenMeanwhileIsNotGivenTwice) {
  auto book = office();
  book.run("request", {{"type", "supplement"_s}, {"line", "Sales / Travel"_s}, {"amount", 400.0}, {"period", "2025-01-10"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_THAT(findings(book), Not(HasSubstr("approved")));
  EXPECT_THAT(refusal(book, "revise"), HasSubstr("nothing to revise"));
  draft(book, travel) = 500.0;  // the sheet follows the supplement
  EXPECT_THAT(findings(book), Not(HasSubstr("approved")));
  EXPECT_THAT(refusal(book, "revise"), HasSubstr("nothing to revise"));
  draft(book, travel) = 550.0;
  EXPECT_EQ(cell_of(book.run("revise", {{"mode", "check"_s}}).answer, 1, "difference"), Value(50.0));
}

TEST(Revising, BackToTheOriginalIsARevisionToo) {
  auto book = office();
  draft(book, travel) = 500.0;
  book.run("revise", {}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  draft(book, travel) = 100.0;
  EXPECT_THAT(findings(book), HasSubstr("-400.00 not approved"));
  book.run("revise", {}, person("Ann Lee"));
  // The second within 30 days: with the first it is beyond Head alone.
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  book.run("decide", {{"request", "R2"_s}}, person("Boss"));
  EXPECT_EQ(verdict(book, 1200), "Allow");
  EXPECT_EQ(verdict(book, 1200.01), "Stop");
}

TEST(Revising, APhasingIsRevisedWithoutATotal) {
  auto book = office();
  draft(book, travel, 1) = 0.0;
  draft(book, travel, 2) = 200.0;
  const auto shown = book.run("revise", {{"mode", "check"_s}});
  EXPECT_EQ(cell_of(shown.answer, 1, "difference"), Value(0.0));
  EXPECT_THAT(shown.message, HasSubstr("by 100.00"));
  book.run("revise", {}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_THAT(findings(book), Not(HasSubstr("phasing")));
}

TEST(Revising, VersionsAreComparedLineByLine) {
  auto book = office();
  draft(book, travel) = 500.0;
  book.run("revise", {}, person("Ann Lee"));
  const auto compared = book.run("compare", {{"from", "V1"_s}, {"to", "V2"_s}});
  EXPECT_THAT(compared.message, HasSubstr("V1 and V2: 1."));
  EXPECT_EQ(cell_of(compared.answer, 1, "difference"), Value(400.0));
}

TEST(Revising, AFrozenRevisionThatIsEditedIsFound) {
  auto book = office();
  draft(book, travel) = 500.0;
  book.run("revise", {}, person("Ann Lee"));
  const int last = book.table("steward_versions").bottom - 1;
  book.cell("Versions", last, static_cast<int>(tables::VersionsColumn::amount)) = 99999.0;
  EXPECT_THAT(findings(book), HasSubstr("error"));
  EXPECT_THAT(refusal(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("not those that were frozen"));
}

PaperOffice with_prizes() {
  auto book = office();
  book.cell("Control", 4, static_cast<int>(tables::Layout(tables::control, 2).place(tables::ControlColumn::note))) = "ask Bob"_s;
  book.cell("Budget", 5, 0) = "Sales"_s;
  book.cell("Budget", 5, 1) = "Prizes"_s;
  for (int month = 1; month <= 12; ++month) draft(book, 5, month) = 10.0;
  return book;
}

std::string prize(PaperOffice& book, double amount) {
  const auto invoice = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s}, {"2025-03-10"_s, "P1"_s, amount, "Sales"_s, "Prizes"_s}});
  return text_of(cell_of(book.run("post", {{"rows", invoice}, {"mode", "check"_s}}).answer, 1, "verdict"));
}

TEST(Revising, ANewLineHasNoBudgetBeforeItIsApproved) {
  auto book = with_prizes();
  EXPECT_EQ(prize(book, 1), "Stop");
  const auto asked = book.run("revise", {}, person("Ann Lee"));
  EXPECT_THAT(all_text(asked.answer), HasSubstr("L004 | Sales / Prizes"));
  EXPECT_FALSE(book.has_sheet("Control (Steward)")) << "it was made again under the title that it had";
  EXPECT_EQ(book.sheet_of("steward_control"), "Control");
  EXPECT_EQ(book.cell("Control", 4, static_cast<int>(tables::Layout(tables::control, 2).place(tables::ControlColumn::note))), Content("ask Bob"_s));
  EXPECT_EQ(prize(book, 1), "Stop") << "asked for, not approved";
  EXPECT_EQ(verdict(book, 1200), "Allow") << "the other lines control as before";
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(prize(book, 120), "Allow");
  EXPECT_EQ(prize(book, 120.01), "Stop");
  EXPECT_THAT(findings(book), Not(HasSubstr("error")));
  EXPECT_THAT(refusal(book, "revise"), HasSubstr("nothing to revise"));
}

TEST(Revising, ANewLineThatIsRejectedStaysWithoutABudget) {
  auto book = with_prizes();
  book.run("revise", {}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}, {"decision", "reject"_s}}, person("Head"));
  EXPECT_EQ(prize(book, 0.01), "Stop");
  book.run("revise", {}, person("Ann Lee"));
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_EQ(prize(book, 120), "Allow");
}

}  // namespace
}  // namespace steward::plan
