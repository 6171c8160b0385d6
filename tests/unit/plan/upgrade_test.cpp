#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// Nobody is locked out by an update: workbooks whose tables have the columns of the first build are read, and brought up
// to date by the next command that writes.
namespace steward::plan {
namespace {

using tables::LogColumn;
using tables::RequestsColumn;
using testing::HasSubstr;
using testing::Not;

// Takes the later columns away, as a workbook of the first build never had them.
void make_old(PaperOffice& book) {
  for (const auto* description : tables::all) {
    const std::string name(description->name), sheet = book.sheet_of(name);
    const auto area = book.table(name);
    if (description->first == description->columns.size()) continue;
    const int right = area.left + static_cast<int>(description->first) - 1;
    for (int row = area.top; row <= area.bottom; ++row)
      for (int column = right + 1; column <= area.right; ++column) book.cell(sheet, row, column) = Blank{};
    book.carry_out(NameTable{name, sheet, area.top, area.left, area.bottom, right});
  }
  auto& schema = book.cell("Settings", 1, 2);
  ASSERT_EQ(book.cell("Settings", 1, 0), Content("schema"_s));
  schema = 1.0;
}

std::size_t upgrades(PaperOffice& book) {
  const auto log = book.table("steward_log");
  std::size_t count = 0;
  for (int row = log.top; row <= log.bottom; ++row) count += book.cell("Log", row, static_cast<int>(LogColumn::what)) == Content("upgrade"_s);
  return count;
}

TEST(Upgrade, AnOlderWorkbookIsReadAsItStands) {
  auto book = ruled_office();
  spend(book, 100, "Travel", "2025-03-10", "D1");
  make_old(book);
  EXPECT_EQ(verdict_on(book, invoice(1100.01, "Travel", "2025-03-11", "D2")), "Stop");
  EXPECT_EQ(figure(book, "Sales / Travel", "available"), 1100);
  EXPECT_EQ(all_text(book.run("verifyLog").answer).find("difference"), std::string::npos);
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("error")));
  EXPECT_EQ(upgrades(book), 0u) << "what writes nothing changes nothing";
  EXPECT_EQ(book.table("steward_rules").right, 13);
}

TEST(Upgrade, TheNextCommandBringsItUpToDateOnceAndLogsIt) {
  auto book = ruled_office();
  make_old(book);
  spend(book, 100, "Travel", "2025-03-10", "D1");
  EXPECT_EQ(upgrades(book), 1u);
  EXPECT_EQ(book.table("steward_rules").right, static_cast<int>(tables::rules_columns.size()) - 1);
  EXPECT_EQ(book.cell("Rules", 0, static_cast<int>(tables::RulesColumn::pool)), Content("Pooled lines"_s));
  EXPECT_EQ(book.cell("Settings", 1, 2), Content(static_cast<double>(tables::schema)));
  spend(book, 100, "Travel", "2025-03-11", "D2");
  EXPECT_EQ(upgrades(book), 1u);
  EXPECT_EQ(all_text(book.run("verifyLog").answer).find("difference"), std::string::npos);
}

// The place of a line's formula on Control.
Content& status_of_line(PaperOffice& book, int line) {
  const int place = static_cast<int>(tables::Layout(tables::control, 2).place(tables::ControlColumn::status));
  return book.cell("Control", book.table("steward_control").top + 1 + line, place);
}

TEST(Upgrade, FormulasOfAnEarlierBuildAreRenewed) {
  auto book = ruled_office();
  const Content formula = status_of_line(book, 1);
  status_of_line(book, 1) = Formula{"=\"as it was\""};
  book.cell("Settings", 1, 2) = 2.0;
  EXPECT_EQ(upgrades(book), 0u);
  spend(book, 100, "Travel", "2025-03-10", "D1");
  EXPECT_EQ(status_of_line(book, 1), formula);
  EXPECT_EQ(upgrades(book), 1u);
  EXPECT_EQ(book.cell("Settings", 1, 2), Content(static_cast<double>(tables::schema)));
  spend(book, 100, "Travel", "2025-03-11", "D2");
  EXPECT_EQ(upgrades(book), 1u);
}

// Lines that the user has sorted stand in another order than the block they are looked up in: they are left as they are.
TEST(Upgrade, FormulasOfASortedSheetStay) {
  auto book = ruled_office();
  const int top = book.table("steward_control").top + 1;
  for (int column = 0; column < 3; ++column) std::swap(book.cell("Control", top, column), book.cell("Control", top + 1, column));
  const Content older = Formula{"=\"as it was\""};
  status_of_line(book, 1) = older;
  book.cell("Settings", 1, 2) = 2.0;
  spend(book, 100, "Travel", "2025-03-10", "D1");
  EXPECT_EQ(status_of_line(book, 1), older);
}

// A request is decided in columns that the old register did not have.
TEST(Upgrade, RequestsGoOn) {
  auto book = ruled_office();
  book.run("request", {{"line", "Sales / Travel"_s}, {"amount", 100.0}, {"period", "2025-03-10"_s}}, person("Ann Lee"));
  make_old(book);
  book.run("decide", {{"request", "R1"_s}}, person("Head"));
  EXPECT_EQ(figure(book, "Sales / Travel", "commitment"), 100);
  EXPECT_EQ(book.cell("Requests", 0, static_cast<int>(RequestsColumn::waiting_for)), Content("Waiting for"_s));
  EXPECT_EQ(book.cell("Requests", 1, static_cast<int>(RequestsColumn::state)), Content("approved"_s));
}

TEST(Upgrade, EveryCommandThatReadsOrWritesStillWorks) {
  for (const char* command : {"check", "report", "dashboard", "verifyLog", "seal", "rollForward", "compare"}) {
    auto book = ruled_office();
    spend(book, 100, "Travel", "2025-03-10", "D1");
    make_old(book);
    EXPECT_EQ(refusal_of(book, command, {}), "") << command;
  }
}

TEST(Upgrade, WhatStandsInTheWayIsNamed) {
  auto book = ruled_office();
  make_old(book);
  book.cell("Rules", 1, 15) = "my note"_s;
  EXPECT_THAT(refusal_of(book, "post", {{"rows", invoice(1, "Travel", "2025-03-10", "D1")}, {"mode", "post"_s}}), HasSubstr("something stands in"));
  EXPECT_EQ(refusal_of(book, "check", {}), "") << "and reading goes on";
}

// A table that lost a column of the first build is damaged, not old.
TEST(Upgrade, ALostColumnIsNoOlderLayout) {
  auto book = ruled_office();
  auto area = book.table("steward_rules");
  for (int column = 13; column <= area.right; ++column) book.cell("Rules", area.top, column) = Blank{};
  book.carry_out(NameTable{"steward_rules", "Rules", area.top, area.left, area.bottom, 12});
  EXPECT_THAT(refusal_of(book, "check", {}), HasSubstr("is damaged"));
}

}  // namespace
}  // namespace steward::plan
