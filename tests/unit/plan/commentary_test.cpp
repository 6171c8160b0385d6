#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// A deviation above materiality asks for a commentary with cause and owner.
namespace steward::plan {
namespace {

using tables::TargetsColumn;
using testing::HasSubstr;
using testing::Not;

// Licences of 1,000 a month; 10 % of it is material. 2,000 a month are too little for the others to matter.
PaperOffice office_with_materiality() {
  auto book = ruled_office();
  set_setting(book, "materiality", "Licences", 0.1);
  return book;
}

int commentary_row(PaperOffice& book) {
  int row = book.table("steward_targets").top + 1;
  const int last = book.table("steward_targets").bottom;
  while (row < last && std::holds_alternative<Blank>(book.cell("Targets", row, 0))) ++row;
  return row;
}

TEST(Commentary, IsAskedForAMaterialDeviation) {
  auto book = office_with_materiality();
  spend(book, 1100, "Licences", "2025-03-10", "D1");
  const auto told = all_text(book.run("check").answer);
  EXPECT_THAT(told, HasSubstr("Budget variance of IT / Licences FY2025-P03: planned 1000, actual 1100"));
  EXPECT_THAT(told, HasSubstr("the cause (external or internal), who answers for it, the commentary"));
  EXPECT_THAT(told, Not(HasSubstr("Budget variance of Sales"))) << "the others have no materiality";
}

TEST(Commentary, IsNotAskedBelowMateriality) {
  auto book = office_with_materiality();
  spend(book, 1099.99, "Licences", "2025-03-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("Budget variance")));
}

TEST(Commentary, IsAskedForUnderSpendingAsWell) {
  auto book = office_with_materiality();
  spend(book, 900, "Licences", "2025-03-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("actual 900"));
}

TEST(Commentary, AClosedPeriodAsksInTargetsAndTheNextRoundSeesIt) {
  auto book = office_with_materiality();
  spend(book, 1500, "Licences", "2025-01-10", "D1");
  const auto closed = book.run("rollForward").answer;
  EXPECT_THAT(all_text(closed), HasSubstr("commentary missing | 1"));
  const int row = commentary_row(book);
  ASSERT_EQ(book.cell("Targets", row, static_cast<int>(TargetsColumn::line)), Content("L003"_s));
  EXPECT_EQ(book.cell("Targets", row, static_cast<int>(TargetsColumn::period)), Content("FY2025-P01"_s));
  spend(book, 1000, "Licences", "2025-03-10", "D2");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("FY2025-P01: planned 1000, actual 1500")) << "March is as planned, January still is not explained";
  book.cell("Targets", row, static_cast<int>(TargetsColumn::cause)) = "external"_s;
  book.cell("Targets", row, static_cast<int>(TargetsColumn::owner)) = "Ann Lee"_s;
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("write on the sheet Targets: the commentary."));
  book.cell("Targets", row, static_cast<int>(TargetsColumn::commentary)) = "Prices of the vendor rose"_s;
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("FY2025-P01: planned")));
  bool is_printed = false;
  const auto printed = book.run("report");
  for (const auto& edit : printed.edits)
    if (const auto* write = std::get_if<Write>(&edit))
      for (const auto& content : write->block.cells())
        if (const auto* text = std::get_if<std::string>(&content)) is_printed = is_printed || text->find("external, Ann Lee. Prices of the vendor rose") != std::string::npos;
  EXPECT_TRUE(is_printed);
}

TEST(Commentary, ClosingTwiceAsksOnce) {
  auto book = office_with_materiality();
  spend(book, 1500, "Licences", "2025-01-10", "D1");
  book.run("rollForward", {{"state", "soft-closed"_s}});
  const int before = book.table("steward_targets").bottom;
  book.run("rollForward", {{"period", "FY2025-P01"_s}});
  EXPECT_EQ(book.table("steward_targets").bottom, before);
}

TEST(Commentary, AGoalThatWasMissedIsADeviation) {
  auto book = office_with_materiality();
  type_row<TargetsColumn>(book, "steward_targets", "Targets",
                          {{TargetsColumn::indicator, "Availability"_s}, {TargetsColumn::line, "L003"_s}, {TargetsColumn::target, 100.0}, {TargetsColumn::result, 90.0}, {TargetsColumn::cause, "bad luck"_s}});
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("“bad luck” is no cause. Write external or internal."));
  book.cell("Targets", 1, static_cast<int>(TargetsColumn::cause)) = "内部"_s;
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("Availability of IT / Licences"));
}

TEST(Commentary, WithoutMaterialityNothingIsAsked) {
  auto book = ruled_office();
  spend(book, 1500, "Licences", "2025-03-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("Budget variance")));
}

}  // namespace
}  // namespace steward::plan
