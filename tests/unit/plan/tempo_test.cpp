#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// What the time that has passed says: under-use and attainment, in Check Now.
namespace steward::plan {
namespace {

using testing::HasSubstr;
using testing::Not;

// The budget of Travel is 100 a month. As of 15 February 153.57 are planned.
PaperOffice mid_february() {
  auto book = budget_office();
  book.run("setUp", {{"basis", "year"_s}, {"asOf", "2025-02-15"_s}});
  book.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}});
  return book;
}

// "Under-use: pace below 50 %": half of 153.57 is 76.79, which is not under-used; a cent less is.
TEST(UnderUse, IsAPaceBelowOneHalf) {
  auto book = mid_february();
  spend(book, 76.78, "Travel", "2025-02-10", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("pace 49.9 %. 76.78 were spent of 153.57 planned"));
  spend(book, 0.01, "Travel", "2025-02-10", "D2");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("of 153.57 planned")));
}

TEST(UnderUse, CountsWhatWasSpentUpToTheDay) {
  auto book = mid_february();
  spend(book, 200, "Travel", "2025-02-16", "D1");
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("Under-used"))) << "without any actuals there is nothing to compare";
  spend(book, 500, "Advertising", "2025-02-10", "D2");
  EXPECT_THAT(all_text(book.run("check").answer), HasSubstr("0.00 were spent of 153.57 planned"));
}

TEST(UnderUse, SaysNothingBeforeThePeriodIsOver) {
  auto book = budget_office();
  book.run("setUp", {{"basis", "year"_s}, {"asOf", "2025-01-31"_s}});
  EXPECT_THAT(all_text(book.run("check").answer), Not(HasSubstr("Under-used")));
}

// "its measure is attainment to date, its alerts mirror the others by shortfall (≥ 5 % yellow, ≥ 10 % orange, ≥ 20 % red)".
TEST(Attainment, OfRevenueAlertsByShortfall) {
  const std::pair<double, const char*> cases[] = {{195.01, ""}, {190, "yellow alert"}, {180.01, "yellow alert"}, {180, "orange alert"}, {160.01, "orange alert"}, {160, "red alert"}, {400, ""}};
  for (const auto& [amount, expected] : cases) {
    auto book = budget_office();
    book.run("setUp", {{"basis", "year"_s}, {"asOf", "2025-02-28"_s}});
    book.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}});
    book.cell("Control", book.table("steward_control").top + 1, static_cast<int>(tables::Layout(tables::control, 2).place(tables::ControlColumn::nature))) = "revenue"_s;
    adopt(book, "setting");
    spend(book, amount, "Travel", "2025-02-10", "S1");
    const auto told = all_text(book.run("check").answer);
    if (*expected) EXPECT_THAT(told, HasSubstr(expected)) << amount;
    else EXPECT_THAT(told, Not(HasSubstr("Attainment"))) << amount;
  }
}

}  // namespace
}  // namespace steward::plan
