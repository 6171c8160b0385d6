#include "../recognise/written.hpp"
#include "paper_office.hpp"

// Which of several tables and columns is the budget, where nobody has to be asked.
namespace steward::plan {
namespace {

using recognise::add_sheet;
using recognise::sheet;

double told(const Plan& plan, const std::string& what) {
  for (std::size_t row = 1; row < plan.answer.rows(); ++row)
    if (plan.answer.at(row, 0) == Value(what)) return std::get<double>(plan.answer.at(row, 1));
  return 0;
}

TEST(Choice, ASummaryOfTheBudgetIsNoRival) {
  workbook::Snapshot book;
  add_sheet(book, "Overview", {"Department|Budget|Budget to date", "Sales|300=SUM(Lines.C2:C3)|10", "Works|50=Lines.C4|5", "Total|350=SUM(B2:B3)|15"});
  add_sheet(book, "Lines", {"Department|Account|Budget 2025", "Sales|Travel|100", "Sales|Fairs|200", "Works|Tools|50", "Total||350"});
  PaperOffice office(book);
  const auto plan = office.run("setUp");
  EXPECT_EQ(told(plan, "approved expense"), 350);
  EXPECT_EQ(told(plan, "lines"), 3);
  PaperOffice all(book);
  EXPECT_EQ(told(all.run("setUp", {{"table", std::string("all")}}), "approved expense"), 350) << "nothing is counted twice";
}

TEST(Choice, ANameOfTheWorkbookSaysWhereTheBudgetIs) {
  workbook::Snapshot book;
  add_sheet(book, "First", {"Line|Budget 2025", "Rent|100", "Power|40", "Total|140"});
  add_sheet(book, "Second", {"Line|Budget 2025", "Staff|700", "Travel|60", "Total|760"});
  PaperOffice open(book);
  EXPECT_TRUE(open.plan("setUp", {}).has_error()) << "two budgets, and nothing says which";
  for (const char* name : {"budget_table", "Budget", "预算表"}) {
    book.names = {{name, {1, 0, 0, 3, 1}}};
    PaperOffice office(book);
    EXPECT_EQ(told(office.run("setUp"), "approved expense"), 760) << name;
    EXPECT_EQ(office.run("check").answer.rows(), 1u) << name;
  }
}

// What stands right below on the same sheet, and is even added to the same score, is no part of it.
TEST(Choice, TheNamedTableIsReadAsItIsMarked) {
  auto book = sheet({"Funds|Budget 2025|Spent", "State|450|430", "Other|50|40", "Total|500=SUM(B2:B3)|470=SUM(C2:C3)", "", "Indicator|Target|Result", "Pipes|38|36", "Pumps|3|3", "Score|541=B4+SUM(B7:B8)|1"});
  book.names = {{"budget_table", {0, 0, 0, 3, 2}}};
  PaperOffice office(book);
  EXPECT_EQ(told(office.run("setUp"), "approved expense"), 500);
}

TEST(Choice, CellsThatNamesCallAreSettings) {
  workbook::Snapshot book;
  add_sheet(book, "Settings", {"Settings|Value", "Opening cash|185000", "Minimum cash|100000", "Start year|2025", "Rate|3"});
  add_sheet(book, "Plan", {"Line|Budget", "Rent|100", "Power|40", "Total|140"});
  book.names = {{"opening_cash", {0, 1, 1, 1, 1}}, {"minimum_cash", {0, 2, 1, 2, 1}}, {"start_year", {0, 3, 1, 3, 1}}};
  PaperOffice office(book);
  EXPECT_EQ(told(office.run("setUp"), "approved expense"), 140);
}

TEST(Choice, ToDateAndOfTheMonthArePartsOfTheYear) {
  PaperOffice office(sheet({"Line|Original budget|Budget of the month|Budget to date|Actual of the month|Actual to date",
                            "Rent|1200|100|300|90|280", "Power|600|50|150|40|130", "Total|1800|150|450|130|410"}));
  const auto plan = office.run("setUp", {{"cutOver", std::string("2025-03-31")}, {"year", 2025.0}});
  EXPECT_EQ(told(plan, "approved expense"), 1800);
  EXPECT_EQ(told(plan, "opening actual"), 410);
}

// Figures of other years that stand beside the budget are no opening balances of this one.
TEST(Choice, LastYearIsNoOpeningActual) {
  PaperOffice prior(sheet({"Account|Prior year|Budget|Actual", "Rent|1100|1200|300", "Power|500|600|150", "Total|1600|1800|450"}));
  EXPECT_EQ(told(prior.run("setUp", {{"cutOver", std::string("2025-03-31")}, {"year", 2025.0}}), "opening actual"), 450);
  PaperOffice dated(sheet({"Account|Actual 2024|Budget 2025", "Rent|1100|1200", "Power|500|600", "Total|1600|1800"}));
  const auto plan = dated.run("setUp", {{"cutOver", std::string("2025-03-31")}});
  EXPECT_EQ(told(plan, "approved expense"), 1800);
  EXPECT_EQ(told(plan, "opening actual"), 0);
}

// Quarters filled in so far do not stand for the year.
TEST(Choice, AsksWhereQuartersDoNotMakeTheYear) {
  PaperOffice office(sheet({"Account|Q1 Budget|Q1 Actual|Q2 Budget|FY Budget", "Rent|30|28|30|120", "Staff|60|61|60|240", "Total|90|89|90|360"}));
  EXPECT_TRUE(office.plan("setUp", {}).has_error());
  EXPECT_EQ(told(office.run("setUp", {{"columns", std::string("E:budget")}}), "approved expense"), 360);
}

}  // namespace
}  // namespace steward::plan
