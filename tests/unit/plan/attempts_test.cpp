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
  office.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}, {"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Deputy"_s}});
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

// Without a rate nothing foreign passes; with one the amount is worth what the rate says, whatever was typed beside it.
TEST(Attempts, AForeignAmountIsNotTakenAsLocal) {
  auto office = controlled({{"currency", "CNY"_s}});
  EXPECT_EQ(verdict(office, {.currency = "USD", .amount = 100}), "Stop");
  auto rated = controlled({{"currency", "CNY"_s}, {"rates", rows({{"USD"_s, "2025-01-01"_s, 7.0}})}});
  EXPECT_EQ(verdict(rated, {.currency = "USD", .amount = 1200}), "Stop") << "1,200 dollars are 8,400";
  EXPECT_EQ(verdict(rated, {.currency = "USD", .amount = 171.42}), "Allow");
  const auto lied = rows({{"date"_s, "document"_s, "entered"_s, "currency"_s, "rate"_s, "Department"_s, "Account"_s},
                          {"2025-02-10"_s, "D1"_s, 1200.0, "USD"_s, 1.0, "Sales"_s, "Travel"_s}});
  EXPECT_EQ(text_of(cell_of(rated.run("post", {{"rows", lied}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop") << "a rate of one's own";
  const auto both = rows({{"date"_s, "document"_s, "entered"_s, "amount"_s, "currency"_s, "Department"_s, "Account"_s},
                          {"2025-02-10"_s, "D1"_s, 1200.0, 1200.0, "USD"_s, "Sales"_s, "Travel"_s}});
  EXPECT_EQ(text_of(cell_of(rated.run("post", {{"rows", both}, {"mode", "check"_s}}).answer, 1, "verdict")), "Stop") << "amounts that disagree";
}

// 0.5 万元 are 5,000: as a text they are read with their unit, as a bare number they are 0.5 and cannot stand for more.
TEST(Attempts, AnAmountInTenThousandsIsReadWithItsUnit) {
  auto office = controlled({{"currency", "CNY"_s}});
  const auto pasted = [&](const std::string& amount) {
    const auto row = rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s}, {"2025-02-10"_s, "D1"_s, amount, "Sales"_s, "Travel"_s}});
    return office.run("post", {{"rows", row}, {"mode", "check"_s}}).answer;
  };
  EXPECT_EQ(text_of(cell_of(pasted("0.12万元"), 1, "verdict")), "Allow") << "exactly 1,200";
  const auto over = pasted("12.35万元");
  EXPECT_EQ(text_of(cell_of(over, 1, "verdict")), "Stop");
  EXPECT_EQ(cell_of(over, 1, "excess"), Value(123500.0 - 1200));
}

// The identity is declared: who calls himself by another name finds that nobody of that name asked, and the one who
// asked is barred under the name that the log has, in whatever spelling.
TEST(Attempts, ARenamedUserDoesNotApproveHisOwn) {
  auto office = controlled();
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-02-10"_s}};
  office.run("transfer", move, person("Head"));
  for (const char* spelling : {"Head", "head ", "ＨＥＡＤ", "HEAD"}) {
    const auto planned = office.plan("decide", {{"request", "R1"_s}}, person(spelling));
    ASSERT_TRUE(planned.has_error()) << spelling;
    EXPECT_THAT(filled(planned.error().sentence, Language::english, planned.error().blanks), HasSubstr("cannot decide")) << spelling;
  }
  const auto stranger = office.plan("decide", {{"request", "R1"_s}}, person("Ann Lee"));
  ASSERT_TRUE(stranger.has_error());
  EXPECT_THAT(filled(stranger.error().sentence, Language::english, stranger.error().blanks), HasSubstr("Waiting for: Head, Deputy"));
}

TEST(Attempts, ADelegateOfTheRequesterOrTheRequesterAsDelegateDecidesNothing) {
  auto office = controlled();
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-02-10"_s}};
  office.run("transfer", move, person("Head"));
  const auto refused_as = [&](Options options, const std::string& who) {
    const auto planned = office.plan("decide", std::move(options), person(who));
    return planned.has_error() ? filled(planned.error().sentence, Language::english, planned.error().blanks) : std::string("passed");
  };
  EXPECT_THAT(refused_as({{"request", "R1"_s}, {"decision", "delegate"_s}, {"to", "Bob"_s}}, "Head"), HasSubstr("cannot decide")) << "he has nothing to delegate";
  EXPECT_THAT(refused_as({{"request", "R1"_s}, {"decision", "delegate"_s}, {"to", "Ｈead "_s}}, "Deputy"), HasSubstr("cannot decide"));
  office.run("decide", {{"request", "R1"_s}, {"decision", "delegate"_s}, {"to", "Bob"_s}}, person("Deputy"));
  EXPECT_THAT(refused_as({{"request", "R1"_s}, {"decision", "delegate"_s}, {"to", "Head"_s}}, "Bob"), HasSubstr("cannot decide"));
  EXPECT_EQ(refused_as({{"request", "R1"_s}}, "Bob"), "passed");
}

// A dummy order is carried over the year-end and cancelled: its budget goes with it; see year_end_test.cpp. Marks of the
// ledger cannot be brought along by a row either.
TEST(Attempts, AMarkOfTheLedgerIsNoSourceOfARow) {
  auto office = controlled();
  EXPECT_EQ(verdict(office, {.amount = 1200}, "post"), "Allow");
  const auto marked = rows({{"date"_s, "document"_s, "amount"_s, "source"_s, "Department"_s, "Account"_s},
                            {"2025-02-10"_s, "CN"_s, -500.0, "carry"_s, "Sales"_s, "Travel"_s}});
  office.run("post", {{"rows", marked}, {"mode", "post"_s}});
  EXPECT_EQ(verdict(office, {.document = "D2", .amount = 100}), "Stop") << "a credit note that calls itself carried";
}

// Below the authority of 500 each, 600 together.
TEST(Attempts, APurchaseSplitBelowTheAuthorityIsAddedUp) {
  auto office = budget_office();
  office.run("setUp", {{"basis", "year"_s}});
  office.grant({{"*"_s, "*"_s, 500.0, Blank{}, 1.0, "Head"_s}, {"*"_s, "*"_s, Blank{}, Blank{}, 2.0, "Boss"_s}});
  const Options ask{{"type", "spending"_s}, {"line", "Sales / Travel"_s}, {"amount", 300.0}, {"period", "2025-03-10"_s}};
  office.run("request", ask, person("Ann Lee"));
  EXPECT_THAT(office.run("decide", {{"request", "R1"_s}}, person("Head")).message, HasSubstr("approved")) << "300 alone";
  office.run("request", ask, person("Ann Lee"));
  EXPECT_THAT(office.run("decide", {{"request", "R2"_s}}, person("Head")).message, HasSubstr("open")) << "600 together need the next level";
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
