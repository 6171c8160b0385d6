#include <gtest/gtest.h>

#include "paper_office.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/posting.gen.hpp"

// From an ordinary budget to a controlled one, and what control then does.
namespace steward::plan {
namespace {

TEST(SetUp, AddsTheControlTablesAndLeavesTheUsersSheetAlone) {
  auto office = budget_office();
  const auto plan = office.run("setUp");
  for (const auto* description : tables::all)
    EXPECT_TRUE(office.has_table(std::string(description->name))) << description->name;
  EXPECT_EQ(office.titles().front(), "Budget");
  for (const auto& edit : plan.edits) {
    if (const auto* write = std::get_if<Write>(&edit)) EXPECT_NE(write->sheet, "Budget");
  }
  EXPECT_EQ(cell_of(plan.answer, 1, "value"), Value(3.0)) << plan.message;
  EXPECT_EQ(cell_of(plan.answer, 2, "value"), Value(12.0));
  EXPECT_EQ(cell_of(plan.answer, 3, "value"), Value(15600.0));
  EXPECT_TRUE(office.plan("setUp", {}).has_error());
}

TEST(SetUp, EndsEveryTableInALockedRow) {
  auto office = budget_office();
  office.run("setUp");
  for (const auto* description : tables::all) {
    const auto area = office.table(std::string(description->name));
    const auto sheet = office.sheet_of(std::string(description->name));
    EXPECT_EQ(office.cell(sheet, area.bottom, area.left), Content(std::string(tables::end_mark))) << description->code;
  }
}

TEST(SetUp, CountsToTheEndOfABudgetThatIsOver) {
  auto office = budget_office();
  auto now = PaperOffice::circumstances();
  now.today = date(2031, 7, 1);
  office.run("setUp", {}, now);
  EXPECT_EQ(cell_of(office.run("report", {}, now).answer, 1, "budget_to_date"), Value(1200.0));
}

TEST(SetUp, RefusesATableWithoutAFigure) {
  auto office = budget_office();
  for (int row = 2; row < 6; ++row)
    for (int column = 2; column < 14; ++column) office.cell("Budget", row, column) = 0.0;
  EXPECT_TRUE(office.plan("setUp", {}).has_error());
}

TEST(SetUp, NeverReusesASheetOfTheUser) {
  auto office = budget_office();
  office.add_sheet("Control", {{"mine"_s}});
  office.run("setUp");
  EXPECT_EQ(office.sheet_of("steward_control"), "Control (Steward)");
  EXPECT_EQ(office.cell("Control", 0, 0), Content("mine"_s));
}

TEST(Post, StopsWhatIsOverBudgetAndWritesNothing) {
  auto office = budget_office();
  office.run("setUp");
  const auto before = office.table("steward_ledger").bottom;
  const auto plan = office.run(
      "post",
      {{"rows", rows({{"Date"_s, "Document"_s, "Stage"_s, "Amount"_s, "Reference"_s, "Department"_s, "Account"_s},
                      {"2025-01-10"_s, "D1"_s, "actual"_s, 50.0, Blank{}, "Sales"_s, "Travel"_s},
                      {"2025-01-11"_s, "D2"_s, "actual"_s, "1,250.00"_s, Blank{}, "Sales"_s, "Travel"_s}})},
       {"mode", "post"_s}});
  EXPECT_EQ(text_of(cell_of(plan.answer, 1, "verdict")), "Allow");
  EXPECT_EQ(text_of(cell_of(plan.answer, 2, "verdict")), "Stop");
  EXPECT_EQ(cell_of(plan.answer, 2, "available"), Value(1150.0))
      << "what the first document used is gone for the second";
  EXPECT_EQ(cell_of(plan.answer, 2, "excess"), Value(100.0));
  EXPECT_EQ(text_of(cell_of(plan.answer, 2, "period")), "FY2025-P01");
  EXPECT_EQ(text_of(cell_of(plan.answer, 2, "line")), "Sales / Travel");
  EXPECT_TRUE(plan.edits.empty());
  EXPECT_EQ(office.table("steward_ledger").bottom, before);
}

Options two_documents() {
  return {{"rows", rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "Department"_s, "Account"_s},
                         {45667.0, "PO1"_s, "commitment"_s, 600.0, Blank{}, "Sales"_s, "Travel"_s},
                         {45668.0, "INV1"_s, "actual"_s, 250.0, "PO1"_s, "Sales"_s, "Travel"_s},
                         {45669.0, "INV2"_s, "actual"_s, 5000.0, Blank{}, "Sales"_s, "Travel"_s}})},
          {"mode", "post-allowed"_s}};
}

TEST(Post, WritesAllowedDocumentsWithTheirLiquidation) {
  auto office = budget_office();
  office.run("setUp");
  office.run("post", two_documents());
  const auto area = office.table("steward_ledger");
  EXPECT_EQ(area.bottom - area.top - 1, 3) << "the order, the invoice, and what it releases";
  const int amount = static_cast<int>(tables::Layout(tables::ledger, 2).place(tables::LedgerColumn::amount));
  EXPECT_EQ(office.cell("Ledger", 1, amount), Content(600.0));
  EXPECT_EQ(office.cell("Ledger", 2, amount), Content(250.0));
  EXPECT_EQ(office.cell("Ledger", 3, amount), Content(-250.0));
}

TEST(Post, RecognisesTheSameFile) {
  auto office = budget_office();
  office.run("setUp");
  office.run("post", two_documents());
  const auto again = office.run("post", two_documents());
  EXPECT_TRUE(again.edits.empty());
  EXPECT_EQ(text_of(cell_of(again.answer, 1, "verdict")), "Allow");
}

TEST(Post, RefusesAHeaderItDoesNotKnow) {
  auto office = budget_office();
  office.run("setUp");
  const auto plan = office.plan("post", {{"rows", rows({{"date"_s, "amuont"_s}})}});
  ASSERT_TRUE(plan.has_error());
  EXPECT_EQ(plan.error().sentence, phrase::unknown_header);
  EXPECT_EQ(office.plan("post", {{"lines", "x"_s}}).error().sentence, phrase::unknown_option);
  EXPECT_EQ(office.plan("spend", {}).error().sentence, phrase::unknown_command);
}

TEST(Post, TakesTextsThatLookLikeFormulasAsData) {
  auto office = budget_office();
  office.run("setUp");
  office.run("post", {{"rows", rows({{"date"_s, "memo"_s, "amount"_s, "Department"_s, "Account"_s},
                                     {45667.0, "=1+1"_s, 1.0, "Sales"_s, "Travel"_s}})},
                      {"mode", "post"_s}});
  const int memo = static_cast<int>(tables::Layout(tables::ledger, 2).place(tables::LedgerColumn::memo));
  EXPECT_EQ(office.cell("Ledger", 1, memo), Content("=1+1"_s));
}

}  // namespace
}  // namespace steward::plan
