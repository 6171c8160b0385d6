#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"

namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

Table spend(const std::string& day, const std::string& stage = "actual", const std::string& due = "") {
  return rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "due"_s, "Department"_s, "Account"_s},
               {day, "D1"_s, stage, 50.0, due, "Sales"_s, "Travel"_s}});
}

PaperOffice controlled(const std::string& basis = "year") {
  auto office = budget_office();
  office.run("setUp", {{"basis", basis}});
  return office;
}

std::string verdict(PaperOffice& office, const Table& posted) {
  return text_of(cell_of(office.run("post", {{"rows", posted}, {"mode", "check"_s}}).answer, 1, "verdict"));
}

std::string message(PaperOffice& office, const Table& posted) {
  return text_of(cell_of(office.run("post", {{"rows", posted}, {"mode", "check"_s}}).answer, 1, "message"));
}

TEST(RollForward, ClosesTheFirstOpenPeriodAndOffersTheNext) {
  auto office = controlled();
  EXPECT_EQ(verdict(office, spend("2025-01-15")), "Allow");
  EXPECT_EQ(text_of(cell_of(office.run("rollForward").answer, 1, "value")), "FY2025-P01");
  EXPECT_EQ(verdict(office, spend("2025-01-15")), "Stop");
  EXPECT_THAT(message(office, spend("2025-01-15")), HasSubstr("FY2025-P02"));
  EXPECT_EQ(text_of(cell_of(office.run("rollForward").answer, 1, "value")), "FY2025-P02");
}

TEST(RollForward, LeavesNoHoleAndClosesNothingTwice) {
  auto office = controlled();
  EXPECT_TRUE(office.plan("rollForward", {{"period", "FY2025-P03"_s}}).has_error());
  office.run("rollForward", {{"state", "soft-closed"_s}});
  office.run("rollForward", {{"period", "FY2025-P01"_s}});
  EXPECT_TRUE(office.plan("rollForward", {{"period", "FY2025-P01"_s}}).has_error());
}

TEST(RollForward, AStateTypedIntoSettingsOpensNothing) {
  auto office = controlled();
  office.run("rollForward");
  const auto settings = office.table("steward_settings");
  for (int row = settings.top; row <= settings.bottom; ++row)
    if (office.cell("Settings", row, 0) == Content("period"_s)) office.cell("Settings", row, 2) = "open"_s;
  EXPECT_EQ(verdict(office, spend("2025-01-15")), "Stop");
}

TEST(RollForward, IsReopenedUnderAuthorityOnly) {
  auto office = controlled();
  office.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}});
  office.run("rollForward");
  office.run("request", {{"type", "reopen"_s}, {"period", "FY2025-P01"_s}, {"purpose", "late invoice"_s}});
  EXPECT_EQ(verdict(office, spend("2025-01-15")), "Stop");
  auto head = PaperOffice::circumstances();
  head.user = "Head";
  office.run("decide", {{"request", "R1"_s}}, head);
  EXPECT_EQ(verdict(office, spend("2025-01-15")), "Allow");
}

TEST(CompareVersions, ShowsEveryLine) {
  auto office = controlled();
  const auto answer = office.run("compare").answer;
  EXPECT_EQ(answer.rows(), 4u);
  EXPECT_EQ(cell_of(answer, 1, "from"), Value(1200.0));
  EXPECT_EQ(cell_of(answer, 1, "difference"), Value(0.0));
  EXPECT_TRUE(office.plan("compare", {{"from", "V9"_s}}).has_error());
}

TEST(Seal, FindsALogThatWasCutAndRehashed) {
  auto office = controlled();
  const auto before = office;
  office.run("post", {{"rows", spend("2025-01-15")}, {"mode", "post"_s}});
  const auto seal = text_of(cell_of(office.run("seal").answer, 1, "value"));
  EXPECT_THAT(office.run("verifyLog", {{"seal", seal}}).message, HasSubstr("continues the seal"));
  auto rewritten = before;
  rewritten.run("post", {{"rows", spend("2025-01-16")}, {"mode", "post"_s}});
  EXPECT_THAT(rewritten.run("verifyLog", {{"seal", seal}}).message, Not(HasSubstr("continues the seal")));
}

Table adjusting(const std::string& period, const std::string& document = "ADJ-1") {
  return rows({{"date"_s, "period"_s, "document"_s, "stage"_s, "amount"_s, "Department"_s, "Account"_s},
               {"2025-01-31"_s, period, document, "actual"_s, 50.0, "Sales"_s, "Travel"_s}});
}

// "The head can be sealed (printed on every report, exported at each close)".
TEST(Seal, IsGivenAtEachClose) {
  auto office = controlled();
  const auto closed = office.run("rollForward");
  const auto& answer = closed.answer;
  const std::string seal = text_of(cell_of(answer, answer.rows() - 1, "value"));
  EXPECT_EQ(text_of(cell_of(answer, answer.rows() - 1, "what")), "seal");
  EXPECT_THAT(closed.message, HasSubstr(seal));
  office.run("rollForward");
  EXPECT_THAT(office.run("verifyLog", {{"seal", seal}}).message, HasSubstr("continues the seal"));
}


TEST(RollForward, ASoftClosedPeriodTakesAdjustmentsOnly) {
  auto office = controlled();
  office.run("rollForward", {{"state", "soft-closed"_s}});
  EXPECT_EQ(verdict(office, spend("2025-01-15")), "Stop");
  EXPECT_THAT(message(office, spend("2025-01-15")), HasSubstr("FY2025-P01-ADJ"));
  EXPECT_EQ(verdict(office, adjusting("FY2025-P01-ADJ")), "Allow");
  EXPECT_THAT(message(office, adjusting("FY2025-P02-ADJ")), HasSubstr("no period with the date"));
  office.run("post", {{"rows", adjusting("FY2025-ADJ")}, {"mode", "post"_s}});
  const int period = static_cast<int>(tables::Layout(tables::ledger, 2).place(tables::LedgerColumn::period));
  EXPECT_EQ(office.cell("Ledger", 1, period), Content("FY2025-ADJ"_s));
  EXPECT_THAT(all_text(office.run("check").answer), Not(HasSubstr("error")));
  office.run("rollForward", {{"period", "FY2025-P01"_s}});
  EXPECT_EQ(verdict(office, adjusting("FY2025-P01-ADJ", "ADJ-2")), "Stop") << "closed for good";
}

}  // namespace
}  // namespace steward::plan
