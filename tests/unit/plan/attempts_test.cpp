#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"

// Attempts of somebody who wants to get round the control, each with its right outcome.
namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

// Lines of 1,200 (travel), 2,400 (advertising) and 12,000 (licences) a year; Head approves everything.
PaperOffice controlled(Options options = {}) {
  auto office = budget_office();
  options.try_emplace("basis", "year"_s);
  office.run("setUp", std::move(options));
  AppendRows grants{"steward_authorities", {}};
  grants.rows.append({"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s});
  grants.rows.append({"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Deputy"_s});
  office.carry_out(grants);
  return office;
}

struct Given {
  std::string day = "2025-02-10", document = "D1", stage = "actual", reference, currency, account = "Travel";
  double amount = 0;
};

Table posted(const Given& row) {
  return rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "reference"_s, "currency"_s, "Department"_s, "Account"_s},
               {row.day, row.document, row.stage, row.amount, row.reference, row.currency, "Sales"_s, row.account}});
}

std::string verdict(PaperOffice& office, const Given& row, const std::string& mode = "check") {
  return text_of(cell_of(office.run("post", {{"rows", posted(row)}, {"mode", mode}}).answer, 1, "verdict"));
}

TEST(Attempts, LimitsLoosenedPostedRestored) {
  auto office = controlled();
  auto& tolerance = office.cell("Rules", 1, static_cast<int>(tables::RulesColumn::tolerance_pct));
  const Content approved = tolerance;
  tolerance = 0.5;
  EXPECT_EQ(verdict(office, {.amount = 1300}, "post"), "Stop");
  EXPECT_THAT(all_text(office.run("check").answer), HasSubstr("not as it was approved"));
  tolerance = approved;
  EXPECT_THAT(all_text(office.run("check").answer), Not(HasSubstr("not as it was approved")));
}

TEST(Attempts, AFictitiousCreditNoteGivesNoHeadroom) {
  auto office = controlled();
  EXPECT_EQ(verdict(office, {.amount = 1200}, "post"), "Allow");
  EXPECT_NE(verdict(office, {.document = "CN", .amount = -500}, "post"), "Stop");
  EXPECT_EQ(verdict(office, {.document = "D2", .amount = 100}), "Stop");
}

TEST(Attempts, ReversingARefundIsCheckedLikeSpending) {
  auto office = controlled();
  EXPECT_EQ(verdict(office, {.document = "I1", .amount = 700}, "post"), "Allow");
  EXPECT_EQ(verdict(office, {.document = "RF", .reference = "I1", .amount = -500}, "post"), "Allow");
  EXPECT_EQ(verdict(office, {.document = "I2", .amount = 1000}, "post"), "Allow");
  EXPECT_EQ(verdict(office, {.document = "RV", .reference = "RF", .amount = 500}, "post"), "Stop");
}

TEST(Attempts, RingFencedMoneyDoesNotPassThroughASecondLine) {
  auto office = controlled();
  AppendRows fence{"steward_settings", {}};
  fence.rows.append({"ring_fence"_s, "Travel"_s, "grant A"_s});
  office.carry_out(fence);
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-02-10"_s}};
  const auto planned = office.plan("transfer", move);
  ASSERT_TRUE(planned.has_error());
  EXPECT_THAT(filled(planned.error().sentence, Language::english, planned.error().blanks), HasSubstr("ring-fenced"));
}

TEST(Attempts, ABarredPairIsRefused) {
  auto office = controlled();
  AppendRows bar{"steward_settings", {}};
  bar.rows.append({"barred"_s, "Travel"_s, "*"_s});
  office.carry_out(bar);
  EXPECT_TRUE(office.plan("transfer", {{"line", "Sales / Travel"_s}, {"to", "IT / Licences"_s}, {"amount", 10.0}, {"period", "2025-02-10"_s}}).has_error());
}

TEST(Attempts, BackDatingMeetsTheClosedPeriod) {
  auto office = controlled();
  office.run("rollForward");
  EXPECT_EQ(verdict(office, {.day = "2025-01-15", .amount = 1}), "Stop");
}

TEST(Attempts, AKeyWithASpaceIsTheSameKey) {
  auto office = controlled();
  EXPECT_EQ(verdict(office, {.account = "Travel ", .amount = 1200}, "post"), "Allow");
  EXPECT_EQ(verdict(office, {.document = "D2", .account = "Ｔｒａｖｅｌ　", .amount = 0.01}), "Stop");
}

TEST(Attempts, OneOrderIsNotLiquidatedTwice) {
  auto office = controlled();
  EXPECT_EQ(verdict(office, {.document = "PO", .stage = "commitment", .amount = 1000}, "post"), "Allow");
  EXPECT_EQ(verdict(office, {.document = "INV-1", .reference = "PO", .amount = 1000}, "post"), "Allow");
  // Nothing is outstanding any more, so the second spelling needs budget of its own.
  EXPECT_EQ(verdict(office, {.document = "INV1", .reference = "PO", .amount = 1000}), "Stop");
  EXPECT_EQ(verdict(office, {.document = "INV1", .reference = "PO", .amount = 200}), "Allow");
}

TEST(Attempts, AForeignAmountIsNotTakenAsLocal) {
  auto office = controlled({{"currency", "CNY"_s}});
  EXPECT_EQ(verdict(office, {.currency = "USD", .amount = 100}), "Stop");
}

TEST(Attempts, TwoWhoApproveEachOtherAreReported) {
  auto office = controlled();
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-02-10"_s}};
  office.run("transfer", move, person("Head"));
  office.run("decide", {{"request", "R1"_s}}, person("Deputy"));
  office.run("transfer", move, person("Deputy"));
  office.run("decide", {{"request", "R2"_s}}, person("Head"));
  EXPECT_THAT(all_text(office.run("check").answer), HasSubstr("approve each other"));
}

}  // namespace
}  // namespace steward::plan
