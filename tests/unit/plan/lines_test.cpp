#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// What a line is, its nature, its key and its owner, stands on a sheet into which anybody can type. It counts as the log
// proves it.
namespace steward::plan {
namespace {

using tables::ControlColumn;
using tables::RulesColumn;
using testing::HasSubstr;
using testing::Not;

int place_of(ControlColumn column) { return static_cast<int>(tables::Layout(tables::control, 2).place(column)); }

Content& control_cell(PaperOffice& book, int line, ControlColumn column) {
  return book.cell("Control", book.table("steward_control").top + line, place_of(column));
}

// Bob's lines are only warned about; everybody else's are stopped.
PaperOffice owned_office() {
  auto book = ruled_office();
  write_rule(book, "R2", {{RulesColumn::line, "*"_s}, {RulesColumn::stage, "*"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::action, "warn"_s},
                          {RulesColumn::unbudgeted, "stop"_s}, {RulesColumn::owner, "Bob"_s}});
  adopt(book);
  return book;
}

TEST(LinesInForce, AnOwnerTypedOnControlChangesNoRule) {
  auto book = owned_office();
  EXPECT_EQ(verdict_on(book, invoice(1300, "Travel", "2025-03-10", "D1")), "Stop");
  control_cell(book, 1, ControlColumn::owner) = "Bob"_s;
  EXPECT_EQ(verdict_on(book, invoice(1300, "Travel", "2025-03-10", "D1")), "Stop") << "typed, not approved";
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“L001: Bob” was typed on the sheet Control and is not approved"));
  adopt(book, "setting");
  EXPECT_EQ(verdict_on(book, invoice(1300, "Travel", "2025-03-10", "D1")), "Warn");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("was typed on the sheet Control")));
  control_cell(book, 1, ControlColumn::owner) = "Ann"_s;
  EXPECT_EQ(verdict_on(book, invoice(1300, "Travel", "2025-03-10", "D1")), "Warn") << "Bob owns it until somebody approves Ann";
}

// Before anybody could approve anything, the owners that are filled in count.
TEST(LinesInForce, OwnersAreTypedAtOnceBeforeTheAuthoritiesAreUsed) {
  auto book = ruled_office();
  control_cell(book, 1, ControlColumn::owner) = "Bob"_s;
  write_rule(book, "R2", {{RulesColumn::line, "*"_s}, {RulesColumn::stage, "*"_s}, {RulesColumn::basis, "year"_s}, {RulesColumn::action, "warn"_s},
                          {RulesColumn::unbudgeted, "stop"_s}, {RulesColumn::owner, "Bob"_s}});
  adopt(book);
  EXPECT_EQ(verdict_on(book, invoice(1300, "Travel", "2025-03-10", "D1")), "Warn");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("was typed on the sheet Control")));
}

// Revenue is never stopped: a line that is called so by hand is none.
TEST(LinesInForce, ANatureTypedOnControlStopsAsBefore) {
  auto book = ruled_office();
  control_cell(book, 1, ControlColumn::nature) = "revenue"_s;
  EXPECT_EQ(verdict_on(book, invoice(1200.01, "Travel", "2025-03-10", "D1")), "Stop");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“L001: revenue Sales / Travel” was typed"));
  adopt(book, "setting");
  EXPECT_EQ(verdict_on(book, invoice(1200.01, "Travel", "2025-03-10", "D1")), "Allow");
}

// Travel's postings would find the money of the licences.
TEST(LinesInForce, AKeyTypedOnControlMovesNoMoney) {
  auto book = ruled_office();
  control_cell(book, 3, ControlColumn::dimensions) = "Sales"_s;
  book.cell("Control", book.table("steward_control").top + 3, place_of(ControlColumn::dimensions) + 1) = "Travel"_s;
  control_cell(book, 1, ControlColumn::dimensions) = "Gone"_s;
  EXPECT_EQ(verdict_on(book, invoice(1200.01, "Travel", "2025-03-10", "D1")), "Stop");
  EXPECT_EQ(verdict_on(book, invoice(12000, "Licences", "2025-03-10", "D2")), "Allow");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“L003: expense Sales / Travel” was typed"));
}

TEST(LinesInForce, ALineTypedOnControlIsNone) {
  auto book = ruled_office();
  const auto area = book.table("steward_control");
  AppendRows row{"steward_control", Block(1, static_cast<std::size_t>(area.right + 1))};
  row.rows.at(0, 0) = "L009"_s;
  row.rows.at(0, 1) = "Sales"_s;
  row.rows.at(0, 2) = "Travel"_s;
  row.rows.at(0, static_cast<std::size_t>(place_of(ControlColumn::nature))) = "revenue"_s;
  book.carry_out(row);
  EXPECT_EQ(verdict_on(book, invoice(1200.01, "Travel", "2025-03-10", "D1")), "Stop");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“L009: revenue Sales / Travel” was typed"));
}

// A workbook of a build that did not log its lines has them as they stand, until settings are approved the next time.
TEST(LinesInForce, OfAnEarlierBuildAreThoseOfTheSheet) {
  auto book = ruled_office();
  const auto log = book.table("steward_log");
  for (int row = log.top + 1; row < log.bottom; ++row) {
    auto& text = book.cell("Log", row, static_cast<int>(tables::LogColumn::new_));
    if (book.cell("Log", row, static_cast<int>(tables::LogColumn::what)) != Content("setting"_s)) continue;
    std::string kept = std::get<std::string>(text);
    kept.resize(kept.find("; line - "));
    text = kept;
  }
  control_cell(book, 1, ControlColumn::nature) = "revenue"_s;
  EXPECT_EQ(verdict_on(book, invoice(1200.01, "Travel", "2025-03-10", "D1")), "Allow");
}

}  // namespace
}  // namespace steward::plan
