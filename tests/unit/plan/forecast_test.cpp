#include <gtest/gtest.h>

#include <cmath>

#include "paper_office.hpp"
#include "plan/history_range.hpp"

namespace steward::plan {
namespace {

// Two columns, months and amounts, below a header.
PaperOffice history_office(int months, double (*amount)(int), std::optional<int> left_out = {}) {
  PaperOffice office;
  std::vector<std::vector<Content>> rows{{"Month"_s, "Electricity"_s}};
  for (int t = 0; t < months; ++t)
    if (t != left_out.value_or(-1))
      rows.push_back({date(2023 + t / 12, static_cast<unsigned>(t % 12 + 1), 1), amount(t)});
  office.add_sheet("Data", rows);
  return office;
}
double seasonal(int t) { return 1000 + 5 * t + (t % 12 == 0 ? 400 : 0) + 13 * std::sin(t * 1.7); }

std::vector<std::size_t> rows_of(const Table& answer, const std::string& what) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 1; row < answer.rows(); ++row)
    if (text_of(answer.at(row, 0)) == what) rows.push_back(row);
  return rows;
}
double number(const Table& answer, std::size_t row, const std::string& column) {
  return std::get<double>(cell_of(answer, row, column));
}
template <class SomeEdit>
std::vector<SomeEdit> edits_of(const Plan& plan) {
  std::vector<SomeEdit> found;
  for (const auto& edit : plan.edits)
    if (const auto* one = std::get_if<SomeEdit>(&edit)) found.push_back(*one);
  return found;
}
bool has_formula(const Plan& plan, const std::string& part) {
  for (const auto& edit : edits_of<WriteArray>(plan))
    if (edit.formula.find(part) != std::string::npos) return true;
  return false;
}

TEST(ForecastOfARange, HasTheSeasonOfItsPeriods) {
  auto office = history_office(30, seasonal);
  const Plan plan = office.run("forecast", {{"range", "$Data.$A$1:$B$31"_s}, {"horizon", 6.0}});
  EXPECT_EQ(rows_of(plan.answer, "period").size(), 36u);
  EXPECT_NE(text_of(cell_of(plan.answer, rows_of(plan.answer, "source")[0], "note")).find("12 periods"), std::string::npos);
  EXPECT_TRUE(has_formula(plan, "FORECASTINTERVAL("));
  EXPECT_TRUE(has_formula(plan, "LANDING("));
  EXPECT_TRUE(has_formula(plan, "FORECASTMETHOD("));
  EXPECT_TRUE(has_formula(plan, "BACKTEST("));
  const auto charts = edits_of<AddChart>(plan);
  ASSERT_EQ(charts.size(), 1u);
  EXPECT_EQ(charts[0].series.back().look, SeriesLook::dashed);
  for (const auto row : rows_of(plan.answer, "period"))
    if (!text_of(cell_of(plan.answer, row, "forecast")).empty()) {
      EXPECT_LE(number(plan.answer, row, "lower"), number(plan.answer, row, "forecast"));
      EXPECT_GE(number(plan.answer, row, "upper"), number(plan.answer, row, "forecast"));
    }
}

TEST(ForecastOfARange, IsFoundWithoutBeingNamed) {
  auto office = history_office(24, seasonal);
  EXPECT_EQ(rows_of(office.run("forecast").answer, "period").size(), 36u);
}

TEST(ForecastOfARange, NextMonthFollowsTheLast) {
  auto office = history_office(24, seasonal);
  const Plan plan = office.run("forecast");
  EXPECT_EQ(text_of(cell_of(plan.answer, rows_of(plan.answer, "period")[24], "period")), "2025-01-01");
}

TEST(ForecastOfARange, ReadsQuartersAcross) {
  PaperOffice office;
  std::vector<std::vector<Content>> rows(2);
  for (int t = 0; t < 12; ++t) {
    rows[0].push_back(std::to_string(2022 + t / 4) + " Q" + std::to_string(t % 4 + 1));
    rows[1].push_back(100.0 + t + (t % 4 == 3 ? 50 : 0));
  }
  office.add_sheet("Rent", rows);
  const Plan plan = office.run("forecast", {{"range", "$Rent.$A$1:$L$2"_s}});
  EXPECT_EQ(rows_of(plan.answer, "period").size(), 16u);
  EXPECT_EQ(text_of(cell_of(plan.answer, rows_of(plan.answer, "period")[12], "period")), "2025 Q1");
}

TEST(ForecastOfARange, RefusesAMissingMonth) {
  auto office = history_office(30, seasonal, 7);
  const auto plan = office.plan("forecast", {{"range", "$Data.$A$1:$B$30"_s}});
  ASSERT_TRUE(plan.has_error());
  EXPECT_NE(filled(plan.error().sentence, Language::english, plan.error().blanks).find("2023-09"), std::string::npos);
}

TEST(ForecastOfARange, RefusesATextAmongTheAmounts) {
  auto office = history_office(30, seasonal);
  office.cell("Data", 9, 1) = "n/a"_s;
  const auto plan = office.plan("forecast", {{"range", "$Data.$A$1:$B$31"_s}});
  ASSERT_TRUE(plan.has_error());
  EXPECT_NE(filled(plan.error().sentence, Language::english, plan.error().blanks).find("B$10"), std::string::npos);
}

TEST(ForecastOfARange, TakesABlankAsAGap) {
  auto office = history_office(30, seasonal);
  office.cell("Data", 9, 1) = Blank{};
  EXPECT_FALSE(office.plan("forecast", {{"range", "$Data.$A$1:$B$31"_s}}).has_error());
}

TEST(ForecastOfARange, SaysThatASeasonWasAssumed) {
  PaperOffice office;
  std::vector<std::vector<Content>> rows;
  for (int t = 0; t < 20; ++t) rows.push_back({seasonal(t)});
  office.add_sheet("Plain", rows);
  const Plan plan = office.run("forecast", {{"range", "$Plain.$A$1:$A$20"_s}});
  EXPECT_NE(text_of(cell_of(plan.answer, rows_of(plan.answer, "source")[0], "note")).find("assumed"), std::string::npos);
}

TEST(ForecastOfARange, SpeaksTheLanguageAskedFor) {
  auto office = history_office(30, seasonal);
  const Plan plan = office.run("forecast", {{"language", "zh"_s}});
  EXPECT_EQ(office.titles().back(), "预测");
  EXPECT_TRUE(has_formula(plan, "\"zh\""));
}

// A controlled budget with actuals of some months.
PaperOffice controlled(int months) {
  auto office = budget_office();
  office.run("setUp", {{"asOf", "2025-12-31"_s}});
  Table postings = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "Department"_s, "Account"_s}});
  for (int m = 1; m <= months; ++m) {
    const std::string day = "2025-" + std::string(m < 10 ? "0" : "") + std::to_string(m) + "-15";
    postings.append({day, "T" + std::to_string(m), "actual"_s, 80.0, "Sales"_s, "Travel"_s});
    postings.append({day, "A" + std::to_string(m), "actual"_s, 190.0, "Sales"_s, "Advertising"_s});
    postings.append({day, "L" + std::to_string(m), "actual"_s, 1000.0 + m, "IT"_s, "Licences"_s});
  }
  office.run("post", {{"rows", postings}, {"mode", "post"_s}});
  return office;
}

TEST(ForecastUnderControl, TakesTheBudgetAsShapeWithinTheFirstYear) {
  auto office = controlled(5);
  const Plan plan = office.run("forecast");
  const auto landings = rows_of(plan.answer, "landing");
  ASSERT_EQ(landings.size(), 3u);
  double together = 0;
  for (const auto row : landings) {
    EXPECT_LE(number(plan.answer, row, "lower"), number(plan.answer, row, "forecast"));
    together += number(plan.answer, row, "actual");
  }
  EXPECT_DOUBLE_EQ(together, 5 * 270 + 5000 + 15);
  EXPECT_TRUE(has_formula(plan, "LANDING("));
  EXPECT_TRUE(has_formula(plan, "ACTUALS(steward_ledger_cells;"));
}

TEST(ForecastUnderControl, KeepsAVintageOnceAndTheLogProvesIt) {
  auto office = controlled(5);
  const Plan first = office.run("forecast");
  ASSERT_EQ(rows_of(first.answer, "vintage").size(), 1u);
  const auto versions = office.table("steward_versions");
  const Plan again = office.run("forecast");
  EXPECT_EQ(office.table("steward_versions"), versions);
  EXPECT_NE(again.message.find("F1"), std::string::npos);
  const Plan proof = office.run("verifyLog");
  EXPECT_TRUE(rows_of(proof.answer, "difference").empty());
}

TEST(ForecastUnderControl, ReportsAccuracyByLeadWhenActualsArrive) {
  auto office = controlled(5);
  office.run("forecast");
  Table postings = rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "Department"_s, "Account"_s}});
  postings.append({"2025-06-15"_s, "T6"_s, "actual"_s, 90.0, "Sales"_s, "Travel"_s});
  postings.append({"2025-06-16"_s, "L6"_s, "actual"_s, 900.0, "IT"_s, "Licences"_s});
  office.run("post", {{"rows", postings}, {"mode", "post"_s}});
  const Plan plan = office.run("forecast");
  const auto accuracy = rows_of(plan.answer, "accuracy");
  ASSERT_EQ(accuracy.size(), 1u);
  EXPECT_EQ(number(plan.answer, accuracy[0], "period"), 1);
  EXPECT_EQ(number(plan.answer, accuracy[0], "count"), 1);
  // Frozen figures stay as they were: the second vintage stands behind the first.
  EXPECT_NE(plan.message.find("F2"), std::string::npos);
  EXPECT_TRUE(rows_of(office.run("verifyLog").answer, "difference").empty());
}

TEST(ForecastUnderControl, RefusesWithoutAnyActual) {
  auto office = budget_office();
  office.run("setUp");
  EXPECT_TRUE(office.plan("forecast", {}).has_error());
}

}  // namespace
}  // namespace steward::plan
