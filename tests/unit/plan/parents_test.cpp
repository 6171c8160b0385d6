#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Parents through the commands: a unit over sales and costs, and one that is net of a recovery.
namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

// A unit of 100 a month over costs of 60 and 40 a month and sales of 300.
PaperOffice unit_office(double unit = 100, double back = 40) {
  return account_office({{"Unit", unit}, {"Pay", 60}, {"Rent", back}, {"Sales", 300}, {"Other", 17.5}},
                        rows({{"Pay"_s, "Unit"_s}, {"Rent"_s, "Unit"_s}, {"Sales"_s, "Unit"_s}}));
}

void make_revenue(PaperOffice& book) {
  const int place = static_cast<int>(tables::Layout(tables::control, 1).place(tables::ControlColumn::nature));
  book.cell("Control", book.table("steward_control").top + 4, place) = "revenue"_s;
  adopt(book, "setting");
}

Table bill(double amount, const std::string& account, const std::string& document) {
  return rows({{"date"_s, "document"_s, "amount"_s, "Account"_s}, {"2025-03-10"_s, document, amount, account}});
}

Value reported(PaperOffice& book, const std::string& line, const std::string& column) {
  const auto answer = book.run("report", {{"asOf", "2025-12-31"_s}}).answer;
  for (std::size_t row = 1; row < answer.rows(); ++row)
    if (answer.at(row, 0) == Value(line)) return cell_of(answer, row, column);
  throw std::runtime_error("no " + line);
}

// "Natures and units are never added up; a mixed parent shows favourable variance only, no used %."
TEST(MixedParents, AddNothingOfAnotherNatureAndShowNoUsedShare) {
  auto book = unit_office();
  make_revenue(book);
  EXPECT_EQ(verdict_on(book, bill(5000, "Sales", "S1"), "post"), "Allow");
  EXPECT_EQ(verdict_on(book, bill(700, "Pay", "P1"), "post"), "Allow");
  EXPECT_EQ(figure(book, "Unit", "actual"), 700);
  EXPECT_EQ(figure(book, "Unit", "available"), 500);
  EXPECT_THAT(all_text(book.run("explain", {{"line", "Unit"_s}}).answer), Not(HasSubstr("used")));
  EXPECT_EQ(reported(book, "Unit", "actual"), Value(700.0));
  EXPECT_EQ(reported(book, "Unit", "used"), Value(std::string()));
  EXPECT_EQ(reported(book, "Unit", "variance"), Value(500.0));
  EXPECT_EQ(reported(book, "Unit", "flag"), Value("F"_s));
  EXPECT_EQ(reported(book, "Sales", "variance"), Value(1400.0)) << "more revenue is favourable";
  EXPECT_EQ(verdict_on(book, bill(500.01, "Rent", "R1")), "Stop");
}

TEST(MixedParents, OfOneNatureShowIt) {
  auto book = unit_office();
  EXPECT_EQ(verdict_on(book, bill(100, "Pay", "P1"), "post"), "Allow");
  EXPECT_THAT(all_text(book.run("explain", {{"line", "Unit"_s}}).answer), HasSubstr("used"));
}

// What counts in a line above is not counted twice: 1,200 of the unit and 210 of the line beside it.
TEST(Totals, CountALineWithinAnotherOnce) {
  auto book = unit_office();
  make_revenue(book);
  EXPECT_EQ(reported(book, "Total expense", "budget"), Value(1410.0));
}

// "Natures and units are never added up": heads and hours have no total, neither in the answer nor on the sheet.
TEST(Totals, StatisticalLinesHaveNone) {
  auto book = account_office({{"Heads", 3}, {"Hours", 400}, {"Pay", 60}, {"Rent", 40}}, {});
  const int place = static_cast<int>(tables::Layout(tables::control, 1).place(tables::ControlColumn::nature));
  for (int line = 1; line <= 2; ++line) book.cell("Control", book.table("steward_control").top + line, place) = "statistical"_s;
  adopt(book, "setting");
  const auto answer = all_text(book.run("report", {{"asOf", "2025-12-31"_s}}).answer);
  EXPECT_THAT(answer, HasSubstr("Total expense"));
  EXPECT_THAT(answer, Not(HasSubstr("Total statistical")));
  bool is_expense_there = false;
  for (int row = 0; row < 40; ++row) {
    const auto& cell = book.cell(book.titles().back(), row, 0);
    EXPECT_NE(cell, Content("Total statistical"_s));
    is_expense_there = is_expense_there || cell == Content("Total expense"_s);
  }
  EXPECT_TRUE(is_expense_there);
}

// "A parent of +1,000 and −100 limits spending to 1,000 until the receipts are in": 720 and −120 a year under 600.
TEST(Recoveries, DoNotNarrowTheirParent) {
  auto book = unit_office(50, -10);
  make_revenue(book);
  EXPECT_EQ(verdict_on(book, bill(720.01, "Pay", "P1")), "Stop");
  EXPECT_EQ(verdict_on(book, bill(720, "Pay", "P1"), "post"), "Allow");
  EXPECT_EQ(verdict_on(book, bill(0.01, "Unit", "P2")), "Stop");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("720.00 consumed")));
  EXPECT_EQ(verdict_on(book, bill(-120, "Rent", "B1"), "post"), "Allow");
  EXPECT_EQ(verdict_on(book, bill(0.01, "Unit", "P2")), "Stop");
  EXPECT_EQ(figure(book, "Unit", "available"), 0);
}

// What control lets pass is not called over, and what comes back is measured as income is.
TEST(Recoveries, ShowInTheStatusOfTheReport) {
  auto book = account_office({{"Unit", 50}, {"Pay", 60}, {"Rent", -10}}, rows({{"Pay"_s, "Unit"_s}, {"Rent"_s, "Unit"_s}}));
  EXPECT_EQ(reported(book, "Rent", "status"), Value("Shortfall"_s));
  EXPECT_EQ(verdict_on(book, bill(720, "Pay", "P1"), "post"), "Allow");
  EXPECT_EQ(reported(book, "Unit", "status"), Value("Over, receipts awaited"_s));
  EXPECT_EQ(verdict_on(book, bill(-113, "Rent", "B1"), "post"), "Allow");
  EXPECT_EQ(reported(book, "Rent", "status"), Value("Shortfall"_s)) << "5 % short is 114";
  EXPECT_EQ(verdict_on(book, bill(-2, "Rent", "B2"), "post"), "Allow");
  EXPECT_EQ(reported(book, "Rent", "status"), Value("OK"_s));
  EXPECT_EQ(reported(book, "Unit", "status"), Value("Over, receipts awaited"_s)) << "5 are still to come";
  EXPECT_EQ(verdict_on(book, bill(-15, "Rent", "B3"), "post"), "Allow");
  EXPECT_EQ(reported(book, "Rent", "status"), Value("OK"_s)) << "more came back than was planned";
  EXPECT_EQ(reported(book, "Unit", "status"), Value("Red"_s)) << "590 of 600";
}

}  // namespace
}  // namespace steward::plan
