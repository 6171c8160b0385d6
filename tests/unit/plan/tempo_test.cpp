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

// The row of the line in what the report answers, and the formula of its pace on the sheet.
std::pair<Value, std::string> reported_pace(PaperOffice& book, const std::string& day, const std::string& line) {
  const auto answer = book.run("report", {{"asOf", day}}).answer;
  std::string formula;
  const auto sheet = book.snapshot().sheets.back();
  for (int row = 0; row < sheet.rows(); ++row)
    for (int column = 0; column < sheet.columns(); ++column)
      if (sheet.at(row, 1).text == line && sheet.at(6, column).text == "Pace") formula = sheet.formula(row, column);
  for (std::size_t row = 1; row < answer.rows(); ++row)
    if (text_of(cell_of(answer, row, "line")).ends_with(line)) return {cell_of(answer, row, "pace"), formula};
  return {};
}

// "Pace = actual / budget phased to date, the current month prorated (100 a month, 200 spent by 15 February 2025: 1.302)".
TEST(Report, ShowsThePaceOfALine) {
  auto book = mid_february();
  spend(book, 200, "Travel", "2025-02-10", "D1");
  spend(book, 50, "Travel", "2025-02-20", "D2");
  const auto [pace, formula] = reported_pace(book, "2025-02-15", "Travel");
  ASSERT_TRUE(std::holds_alternative<double>(pace));
  EXPECT_NEAR(std::get<double>(pace), 1.302, 0.0005);
  EXPECT_THAT(formula, HasSubstr("/153.57"));
}

TEST(Report, ShowsNoPaceBeforeAnythingWasPlanned) {
  auto book = mid_february();
  EXPECT_EQ(reported_pace(book, "2024-12-31", "Travel").first, Value(std::string()));
}

}  // namespace
}  // namespace steward::plan
