#include "plan/settings_in_force.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Settings that control count as they were approved; what is typed waits.
namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

Options with_rates() {
  return {{"currency", "CNY"_s}, {"rates", rows({{"USD"_s, "2025-01-01"_s, 7.0}})}};
}

Table dollars(double amount) {
  return rows({{"date"_s, "document"_s, "amount"_s, "currency"_s, "Department"_s, "Account"_s}, {"2025-03-10"_s, "D1"_s, amount, "USD"_s, "Sales"_s, "Travel"_s}});
}

int row_of(PaperOffice& book, const std::string& setting) {
  const auto table = book.table("steward_settings");
  for (int row = table.top; row < table.bottom; ++row)
    if (book.cell("Settings", row, 0) == Content(setting)) return row;
  throw std::runtime_error("no " + setting);
}

// 1,200 of budget: USD 171.42 at 7 pass, USD 171.43 do not. At a rate of 0.1 everything would.
TEST(Settings, ARateChangedByHandDoesNotCount) {
  auto book = ruled_office("year", with_rates());
  EXPECT_EQ(verdict_on(book, dollars(171.43)), "Stop");
  book.cell("Settings", row_of(book, "rate"), 2) = 0.1;
  EXPECT_EQ(verdict_on(book, dollars(171.43)), "Stop");
  EXPECT_EQ(verdict_on(book, dollars(171.42)), "Allow");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("The setting “rate 2025-01-01 USD=#0.1” was typed and is not approved"));
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“rate 2025-01-01 USD=#7” counts as it was approved"));
}

TEST(Settings, ARateCountsOnceItWasApproved) {
  auto book = ruled_office("year", with_rates());
  book.cell("Settings", row_of(book, "rate"), 2) = 8.0;
  adopt(book, "setting");
  EXPECT_EQ(verdict_on(book, dollars(150)), "Allow");
  EXPECT_EQ(verdict_on(book, dollars(150.01)), "Stop");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("not approved")));
  EXPECT_THAT(refusal_of(book, "request", {{"type", "setting"_s}}), HasSubstr("Nothing was changed"));
}

TEST(Settings, NobodyApprovesTheSettingsHeTyped) {
  auto book = ruled_office("year", with_rates());
  book.cell("Settings", row_of(book, "rate"), 2) = 0.1;
  book.run("request", {{"type", "setting"_s}}, person("Head"));
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("cannot decide"));
}

// Ring-fences, barred pairs and roles can be typed until somebody uses the authorities; then they are as fixed as these.
TEST(Settings, WhatIsAddedCountsUntilTheAuthoritiesAreUsed) {
  auto book = ruled_office();
  const Options move{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}};
  set_setting(book, "ring_fence", "Travel", "grant A"_s);
  EXPECT_THAT(refusal_of(book, "transfer", move), HasSubstr("ring-fenced"));
  book.run("request", {{"type", "override"_s}, {"purpose", "storm damage"_s}, {"line", "L003"_s}, {"amount", 1.0}, {"period", "2025-03-10"_s}});
  const int row = row_of(book, "ring_fence");
  for (int column = 0; column < 3; ++column) book.cell("Settings", row, column) = Blank{};
  EXPECT_THAT(refusal_of(book, "transfer", move), HasSubstr("ring-fenced")) << "taken off the sheet, still in force";
  set_setting(book, "role", "Ann Lee", "Head"_s);
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Ann Lee"), HasSubstr("cannot decide"));
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Bob"), HasSubstr("Waiting for: Head"));
}

TEST(Settings, ARoleTypedAfterwardsGivesNoSeat) {
  auto book = ruled_office();
  book.run("request", {{"type", "override"_s}, {"purpose", "storm damage"_s}, {"line", "L003"_s}, {"amount", 1.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  set_setting(book, "role", "Mallory", "Head"_s);
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Mallory"), HasSubstr("Waiting for: Head"));
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("role - Mallory=Head"));
  adopt(book, "setting");
  EXPECT_EQ(refusal_of(book, "decide", {{"request", "R1"_s}}, "Mallory"), "");
}

TEST(Settings, TheSheetHasRoomToTypeInto) {
  auto book = ruled_office();
  const auto table = book.table("steward_settings");
  EXPECT_TRUE(std::holds_alternative<Blank>(book.cell("Settings", table.bottom - 1, 0)));
}

TEST(Settings, TextsKeepWhatTheySay) {
  Settings::Entry rate{"USD", "", 7.1, date(2025, 1, 1)};
  EXPECT_EQ(setting_text("rate", rate), "rate 2025-01-01 USD=#7.1");
  Settings::Entry barred{"Travel=x; y", "*", {}, {}};
  EXPECT_EQ(setting_text("barred", barred), "barred - Travel:x, y=*");
}

}  // namespace
}  // namespace steward::plan
