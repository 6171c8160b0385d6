#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"

namespace steward::plan {
namespace {

using testing::HasSubstr;

// Three lines of 1,200, 2,400 and 12,000 a year under annual control. Head approves up to 500, Boss any amount.
PaperOffice office_with(std::vector<Row> grants) {
  auto office = budget_office();
  office.run("setUp", {{"basis", "year"_s}});
  office.grant(std::move(grants));
  return office;
}

PaperOffice office() {
  return office_with({{"*"_s, "*"_s, 500.0, Blank{}, 1.0, "Head"_s, 3.0}, {"*"_s, "*"_s, Blank{}, Blank{}, 2.0, "Boss"_s}});
}

Options transfer_of(double amount) {
  return {{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", amount}, {"period", "2025-03-10"_s}, {"purpose", "fair"_s}};
}

Table spend(double amount, const std::string& document, const std::string& request = "") {
  return rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s, "request"_s},
               {"2025-03-10"_s, document, amount, "Sales"_s, "Travel"_s, request}});
}

std::string refusal(PaperOffice& office, const std::string& command, Options options, const std::string& who = "Ann Lee") {
  auto planned = office.plan(command, std::move(options), person(who));
  if (!planned.has_error()) return {};
  return filled(planned.error().sentence, Language::english, planned.error().blanks);
}

TEST(Requests, ATransferCountsForTheReceiverOnApprovalOnly) {
  auto book = office();
  book.run("transfer", transfer_of(400), person("Ann Lee"));
  // What is asked to be moved away is not there to be spent, and has not arrived either.
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(900, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  const auto told = all_text(book.run("explain", {{"line", "Sales / Advertising"_s}}).answer);
  EXPECT_THAT(told, HasSubstr("400"));
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(800, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Allow");
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(801, "D2")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  EXPECT_THAT(book.run("verifyLog").message, HasSubstr("Without a seal"));
}

TEST(Requests, NobodyApprovesHisOwn) {
  auto book = office();
  book.run("transfer", transfer_of(100), person("Head"));
  EXPECT_THAT(refusal(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("cannot decide"));
  EXPECT_THAT(refusal(book, "decide", {{"request", "R1"_s}}, "Boss"), HasSubstr("Waiting for: Head"));
}

TEST(Requests, ADelegateStandsInButNeverTheRequester) {
  auto book = office();
  book.run("transfer", transfer_of(100), person("Ann Lee"));
  EXPECT_THAT(refusal(book, "decide", {{"request", "R1"_s}, {"decision", "delegate"_s}, {"to", "Ann Lee"_s}}, "Head"), HasSubstr("cannot decide"));
  book.run("decide", {{"request", "R1"_s}, {"decision", "delegate"_s}, {"to", "Deputy"_s}}, person("Head"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Deputy")).message, HasSubstr("approved"));
}

TEST(Requests, TheAmountDecidesHowManyLevels) {
  auto book = office();
  book.run("transfer", transfer_of(600), person("Ann Lee"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Head")).message, HasSubstr("open"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Boss")).message, HasSubstr("approved"));
}

TEST(Requests, SplittingDoesNotLowerTheAuthority) {
  auto book = office();
  book.run("transfer", transfer_of(300), person("Ann Lee"));
  EXPECT_THAT(all_text(book.run("transfer", transfer_of(300), person("Ann Lee")).answer), HasSubstr("Head"));
  EXPECT_THAT(book.run("decide", {{"request", "R2"_s}}, person("Head")).message, HasSubstr("open"));
}

TEST(Requests, ATransferTakesNoMoreThanThereIs) {
  auto book = office();
  EXPECT_THAT(refusal(book, "transfer", transfer_of(1200.01)), HasSubstr("has 1,200.00 to give"));
  EXPECT_THAT(refusal(book, "transfer", transfer_of(-5)), HasSubstr("more than 0"));
  book.run("post", {{"rows", spend(1000, "D1")}, {"mode", "post"_s}});
  EXPECT_THAT(refusal(book, "transfer", transfer_of(200.01)), HasSubstr("has 200.00 to give"));
}

TEST(Requests, SpendingPassesThreeGates) {
  auto book = office();
  const Options asked{{"type", "spending"_s}, {"line", "Sales / Travel"_s}, {"amount", 400.0}, {"period", "2025-03-10"_s}};
  book.run("request", asked, person("Ann Lee"));
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(801, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  const auto invoice = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s, "reference"_s},
                             {"2025-03-20"_s, "INV"_s, 400.0, "Sales"_s, "Travel"_s, "R1"_s}});
  book.run("post", {{"rows", invoice}, {"mode", "post"_s}});
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(800, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Allow");
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(801, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
}

TEST(Requests, ARejectedSpendingIsFreeAgain) {
  auto book = office();
  book.run("request", {{"line", "Sales / Travel"_s}, {"amount", 400.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}, {"decision", "reject"_s}, {"reason", "not now"_s}}, person("Head"));
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1200, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Allow");
  EXPECT_THAT(refusal(book, "request", {{"line", "Sales / Travel"_s}, {"amount", 1200.01}, {"period", "2025-03-10"_s}}), HasSubstr("stopped"));
}

TEST(Requests, WhatIsTypedIntoTheRegisterDecidesNothing) {
  auto book = office();
  book.run("request", {{"type", "supplement"_s}, {"line", "Sales / Travel"_s}, {"amount", 400.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  book.cell("Requests", 1, static_cast<int>(tables::RequestsColumn::state)) = "approved"_s;
  const auto typed = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "Department"_s, "Account"_s, "request"_s},
                           {"2025-03-10"_s, "D1"_s, "supplement"_s, 400.0, "Sales"_s, "Travel"_s, "R1"_s}});
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", typed}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("The log counts"));
}

TEST(Requests, ARuleEditedByHandIsNotInForceUntilApproved) {
  auto book = office();
  book.cell("Rules", 1, static_cast<int>(tables::RulesColumn::tolerance_pct)) = 0.5;
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1300, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  book.run("request", {{"type", "rule"_s}, {"purpose", "season"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1800, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Allow");
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1801, "D1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
}

TEST(Requests, AnAuthorityMatrixChangedByHandIsRefused) {
  auto book = office();
  book.run("transfer", transfer_of(100), person("Ann Lee"));
  const int first_grant = book.table("steward_authorities").bottom - 2;
  book.cell("Authorities", first_grant, static_cast<int>(tables::AuthoritiesColumn::approver)) = "Mallory"_s;
  EXPECT_THAT(refusal(book, "decide", {{"request", "R1"_s}}, "Mallory"), HasSubstr("Waiting for: Head"));
  book.run("request", {{"type", "authority"_s}}, person("Ann Lee"));
  EXPECT_THAT(refusal(book, "decide", {{"request", "R2"_s}}, "Mallory"), HasSubstr("Waiting for: Head"));
  book.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Mallory")).message, HasSubstr("approved"));
}

TEST(Requests, AnApprovedOverrideLetsOneDocumentPass) {
  auto book = office();
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1300, "D1", "R1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  book.run("request", {{"type", "override"_s}, {"purpose", "storm damage"_s}, {"line", "Sales / Travel"_s}, {"amount", 100.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1300.01, "D1", "R1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
  const auto passed = book.run("post", {{"rows", spend(1300, "D1", "R1")}, {"mode", "post"_s}}).answer;
  EXPECT_EQ(text_of(cell_of(passed, 1, "verdict")), "Warn");
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(50, "D2", "R1")}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop");
}

TEST(Requests, WhoeverHasTheAuthorityOverridesWithAReason) {
  auto book = office();
  const Options over{{"rows", spend(1300, "D1")}, {"mode", "check"_s}, {"reason", "storm damage"_s}};
  EXPECT_EQ(text_of(cell_of(book.run("post", over, person("Ann Lee")).answer, 1, "verdict")), "Stop");
  EXPECT_EQ(text_of(cell_of(book.run("post", over, person("Head")).answer, 1, "verdict")), "Warn");
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1300, "D1")}, {"mode", "check"_s}}, person("Head")).answer, 1, "verdict")), "Stop");
  EXPECT_EQ(text_of(cell_of(book.run("post", {{"rows", spend(1701, "D1")}, {"mode", "check"_s}, {"reason", "x"_s}}, person("Head")).answer, 1, "verdict")), "Stop");
}

TEST(Requests, WithoutAnApproverNothingIsAsked) {
  auto book = budget_office();
  book.run("setUp", {{"basis", "year"_s}});
  EXPECT_THAT(refusal(book, "transfer", transfer_of(10)), HasSubstr("Nobody may approve"));
}

}  // namespace
}  // namespace steward::plan
