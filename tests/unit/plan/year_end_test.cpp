#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"

namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

// Travel 1,200, advertising 2,400 and licences 12,000 a year under annual control. Boss approves everything.
PaperOffice office(double month = 100) {
  auto office = budget_office();
  if (month != 100)
    for (int at = 2; at < 14; ++at) office.cell("Budget", 2, at) = month;
  office.run("setUp", {{"basis", "year"_s}});
  office.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Boss"_s}});
  return office;
}

Table posting(const std::string& day, const std::string& document, const std::string& stage, double amount,
              const std::string& reference = "") {
  return rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "Department"_s, "Account"_s},
               {day, document, stage, amount, reference, "Sales"_s, "Travel"_s}});
}

void post(PaperOffice& office, const Table& table) { office.run("post", {{"rows", table}, {"mode", "post"_s}}); }

std::string verdict(PaperOffice& office, const Table& table) {
  return text_of(cell_of(office.run("post", {{"rows", table}, {"mode", "check"_s}}).answer, 1, "verdict"));
}

std::string refusal(PaperOffice& office, const std::string& command, Options options) {
  auto planned = office.plan(command, std::move(options));
  return planned.has_error() ? filled(planned.error().sentence, Language::english, planned.error().blanks) : std::string();
}

// What the rows carry under a stage for travel.
double carried(const Table& closing, const std::string& stage, const std::string& account = "Travel") {
  double sum = 0;
  for (std::size_t row = 1; row < closing.rows(); ++row)
    if (cell_of(closing, row, "stage") == Value(stage) && cell_of(closing, row, "Account") == Value(account))
      sum += std::get<double>(cell_of(closing, row, "amount"));
  return sum;
}

// 1,200 of travel: 300 spent, an order of 500 of which 100 is invoiced. Outstanding 400, available 400.
PaperOffice used() {
  auto book = office();
  post(book, posting("2025-02-10", "INV-1", "actual", 300));
  post(book, posting("2025-03-10", "PO-1", "commitment", 500));
  post(book, posting("2025-03-20", "INV-2", "actual", 100, "PO-1"));
  return book;
}

// The same budget a year later, which takes the rows over.
PaperOffice next_year(const Table& closing, double approved) {
  auto book = budget_office();
  for (int month = 0; month < 12; ++month) {
    auto header = std::get<std::string>(book.cell("Budget", 1, 2 + month));
    book.cell("Budget", 1, 2 + month) = header.substr(0, 4) + "2026";
  }
  book.cell("Budget", 0, 0) = "Operating budget 2026"_s;
  book.run("setUp", {{"basis", "year"_s}});
  book.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Boss"_s}});
  book.run("request", {{"type", "carry"_s}, {"amount", approved}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Boss"));
  book.run("carry", {{"rows", closing}, {"request", "R1"_s}});
  return book;
}

TEST(YearEnd, ClosesEveryPeriodAndHandsOnByThePolicy) {
  for (const auto& [policy, budget] : std::vector<std::pair<std::string, double>>{{"none", 400}, {"surplus", 800}, {"signed", 800}}) {
    auto book = used();
    const auto closing = book.run("closeYear", {{"policy", policy}}).answer;
    EXPECT_EQ(carried(closing, "carry-forward"), budget) << policy << ": with the 400 that move with the order";
    EXPECT_EQ(carried(closing, "commitment"), 400);
    EXPECT_EQ(verdict(book, posting("2025-12-10", "INV-9", "actual", 1)), "Stop");
    EXPECT_THAT(book.run("verifyLog").message, HasSubstr("Without a seal"));
  }
}

TEST(YearEnd, WhatIsEncumberedUsesTheCapFirst) {
  // Cap 50 % of 1,200 = 600, encumbered 400, available 400: 200 are carried beside the order.
  auto book = used();
  EXPECT_EQ(carried(book.run("closeYear", {{"policy", "capped"_s}, {"cap", 0.5}}).answer, "carry-forward"), 600);
}

TEST(YearEnd, SmallRestsLapse) {
  auto book = used();
  EXPECT_EQ(carried(book.run("closeYear", {{"policy", "lapse"_s}, {"floor", 401.0}}).answer, "carry-forward"), 400);
}

TEST(YearEnd, EverythingCanGoToAPool) {
  auto book = used();
  const auto closing = book.run("closeYear", {{"policy", "surplus"_s}, {"to", "IT / Licences"_s}}).answer;
  EXPECT_EQ(carried(closing, "carry-forward"), 400) << "only the order's own budget";
  EXPECT_EQ(carried(closing, "carry-forward", "Licences"), 400 + 2400 + 12000);
}

TEST(YearEnd, AYearIsClosedOnceAndNotWithOpenRequests) {
  auto book = used();
  book.run("request", {{"line", "Sales / Travel"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  EXPECT_THAT(refusal(book, "closeYear", {}), HasSubstr("1 requests wait"));
  book.run("decide", {{"request", "R1"_s}, {"decision", "reject"_s}}, person("Boss"));
  book.run("closeYear");
  EXPECT_THAT(refusal(book, "closeYear", {{"year", 2025.0}}), HasSubstr("closed already"));
}

TEST(YearEnd, TheNextYearTakesOverBudgetAndOrders) {
  auto old_year = used();
  auto book = next_year(old_year.run("closeYear", {{"policy", "surplus"_s}}).answer, 100000);
  // 1,200 of its own and 800 carried, of which the order holds 400.
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 1600)), "Allow");
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 1600.01)), "Stop");
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 2000, "PO-1")), "Allow");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("error")));
}

TEST(YearEnd, ACarriedOrderThatIsCancelledTakesItsBudgetAway) {
  auto old_year = used();
  auto book = next_year(old_year.run("closeYear").answer, 400);
  post(book, posting("2026-02-01", "PO-1", "release", 400, "PO-1"));
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 1200)), "Allow");
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 1200.01)), "Stop");
}

TEST(YearEnd, TheRestOfACarriedOrderGoesWithItsLastInvoice) {
  auto old_year = used();
  auto book = next_year(old_year.run("closeYear").answer, 400);
  auto last = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "final"_s, "Department"_s, "Account"_s},
                    {"2026-02-01"_s, "INV-3"_s, "actual"_s, 250.0, "PO-1"_s, 1.0, "Sales"_s, "Travel"_s}});
  post(book, last);
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 1200)), "Allow");
  EXPECT_EQ(verdict(book, posting("2026-02-10", "X", "actual", 1200.01)), "Stop");
}

TEST(YearEnd, CarriedBudgetNeedsApprovalAndIsCarriedOnce) {
  auto old_year = used();
  const auto closing = old_year.run("closeYear", {{"policy", "surplus"_s}}).answer;
  auto book = next_year(closing, 100000);
  EXPECT_THAT(refusal(book, "carry", {{"rows", closing}}), HasSubstr("request of type carry"));
  EXPECT_THAT(refusal(book, "carry", {{"rows", closing}, {"request", "R1"_s}}), HasSubstr("carried already"));
  book.run("request", {{"type", "carry"_s}, {"amount", 10.0}}, person("Ann Lee"));
  book.run("decide", {{"request", "R2"_s}}, person("Boss"));
  EXPECT_THAT(refusal(book, "carry", {{"rows", closing}, {"request", "R2"_s}}), HasSubstr("approves 10.00"));
}

TEST(YearEnd, AnOverrunIsCarriedWhereThePolicySaysSo) {
  auto book = office();
  book.cell("Rules", 1, static_cast<int>(tables::RulesColumn::action)) = "warn"_s;
  book.run("request", {{"type", "rule"_s}}, person("Ann Lee"));
  book.run("decide", {{"request", "R1"_s}}, person("Boss"));
  post(book, posting("2025-02-10", "INV-1", "actual", 1300));
  EXPECT_EQ(carried(book.run("closeYear", {{"policy", "signed"_s}}).answer, "carry-forward"), -100);
}

Table accrual(double amount, const std::string& reference = "") {
  return rows({{"amount"_s, "reference"_s, "memo"_s, "Department"_s, "Account"_s}, {amount, reference, "December, not invoiced"_s, "Sales"_s, "Travel"_s}});
}

// 300 + 100 spent, 400 outstanding of PO-1, 400 available; 150 were received and not invoiced.
TEST(YearEnd, AnAccrualIsSpendingOfTheOldYearAndTakenBackInTheNew) {
  auto book = used();
  const auto closing = book.run("closeYear", {{"policy", "surplus"_s}, {"accruals", accrual(150)}}).answer;
  EXPECT_EQ(carried(closing, "actual"), -150);
  EXPECT_EQ(carried(closing, "carry-forward"), 400 + 250) << "what is accrued is not carried";
  EXPECT_THAT(book.run("verifyLog").message, HasSubstr("Without a seal"));
  auto next = next_year(closing, 100000);
  // 1,200 of its own, 250 carried, and the invoice of 150 meets its reversal.
  EXPECT_EQ(verdict(next, posting("2026-02-10", "INV-8", "actual", 1600)), "Allow");
  EXPECT_EQ(verdict(next, posting("2026-02-10", "INV-8", "actual", 1600.01)), "Stop");
}

TEST(YearEnd, AnAccrualReleasesTheOrderItRefersTo) {
  auto book = used();
  const auto closing = book.run("closeYear", {{"policy", "none"_s}, {"accruals", accrual(150, "PO-1")}}).answer;
  EXPECT_EQ(carried(closing, "commitment"), 250);
  EXPECT_EQ(carried(closing, "carry-forward"), 250);
}

TEST(YearEnd, AnAccrualBeyondTheBudgetClosesNothing) {
  auto book = used();
  EXPECT_THAT(refusal(book, "closeYear", {{"accruals", accrual(400.01)}}), HasSubstr("not closed, because accrual 1 is stopped"));
}

TEST(YearEnd, TheRowsNameTheLogThatClosed) {
  auto book = used();
  const auto closing = book.run("closeYear", {{"policy", "surplus"_s}}).answer;
  const auto seal = cell_of(book.run("seal").answer, 1, "value");
  EXPECT_THAT(text_of(cell_of(closing, 1, "memo")), HasSubstr(text_of(seal)));
  EXPECT_TRUE(book.has_sheet("Closing FY2025"));
}

}  // namespace
}  // namespace steward::plan
