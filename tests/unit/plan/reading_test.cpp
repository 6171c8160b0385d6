#include "../recognise/written.hpp"
#include "paper_office.hpp"

// Budgets of every shape that recognition knows, put under control.
namespace steward::plan {
namespace {

using recognise::add_sheet;
using recognise::sheet;

double value_of(const Table& answer, const std::string& what) {
  for (std::size_t row = 1; row < answer.rows(); ++row)
    if (answer.at(row, 0) == Value(what)) return std::get<double>(answer.at(row, 1));
  ADD_FAILURE() << "no " << what;
  return 0;
}

bool says(const Table& answer, const std::string& text) {
  return std::ranges::any_of(answer.cells(), [&](const Value& value) {
    const auto* words = std::get_if<std::string>(&value);
    return words && words->find(text) != std::string::npos;
  });
}

std::string refusal(PaperOffice& office, Options options) {
  const auto plan = office.plan("setUp", std::move(options));
  return plan.has_error() ? filled(plan.error().sentence, Language::english, plan.error().blanks) : "";
}

// The approved amount of the periods that begin in a month.
double approved_in(const PaperOffice& office, int year, unsigned month) {
  const auto book = office.snapshot();
  const auto area = book.table("steward_versions")->area;
  const auto& cells = book.sheets.at(area.sheet);
  double sum = 0;
  for (int row = area.top + 1; row < area.bottom; ++row) {
    const Date day = date(1899, 12, 30) + std::chrono::days(static_cast<int>(cells.at(row, area.left + 4).number));
    if (day == date(year, month, 1)) sum += cells.at(row, area.left + 5).number;
  }
  return sum;
}

TEST(Reading, AnswersTheSignAndRemembersIt) {
  PaperOffice office(sheet({"Line|Budget", "Membership|500", "Donations|300", "Rent|-400", "Printing|-100"}));
  EXPECT_NE(refusal(office, {}).find("sign@"), std::string::npos);
  const auto plan = office.run("setUp", {{"answers", std::string("sign = yes")}});
  EXPECT_EQ(value_of(plan.answer, "approved revenue"), 800);
  EXPECT_EQ(value_of(plan.answer, "approved expense"), 500);
  EXPECT_EQ(office.run("check").answer.rows(), 1u) << "the draft is read with the same answer";
  const auto detected = office.run("detect").answer;
  for (std::size_t row = 1; row < detected.rows(); ++row) {
    EXPECT_EQ(detected.at(row, 1), Value(std::string("Plan"))) << "our own sheets are no budget of the user";
    EXPECT_EQ(detected.at(row, 15), Value(std::string()));
  }
}

TEST(Reading, AsksWhichScenarioAndTakesTheAnswer) {
  PaperOffice office(sheet({"Item|Option 1|Option 2", "Hall|100|300", "Food|200|250", "Total|300|550"}));
  EXPECT_NE(refusal(office, {}).find("Option 1, Option 2"), std::string::npos);
  EXPECT_EQ(value_of(office.run("setUp", {{"answers", std::string("scenario = Option 2")}}).answer, "approved expense"), 550);
}

TEST(Reading, TakesTheYearOfTodayWhereNoneIsWrittenAndSaysSo) {
  PaperOffice office(sheet({"Item|Budget", "Rent|120", "Power|60", "Total|180"}));
  const auto plan = office.run("setUp");
  EXPECT_TRUE(says(plan.answer, "assumed year"));
  EXPECT_EQ(approved_in(office, 2025, 1), 15);
  auto later = PaperOffice::circumstances();
  later.today = date(2026, 2, 1);
  EXPECT_EQ(office.run("check", {}, later).answer.rows(), 1u) << "next year the draft is still of this one";
}

TEST(Reading, ControlsSeveralTablesTogether) {
  PaperOffice office(sheet({"Income|Budget", "Fees|500", "Grants|300", "Total|800", "", "", "", "", "Expenses|Budget", "Rent|400", "Staff|350", "Total|750"}));
  EXPECT_NE(refusal(office, {}).find("1 = "), std::string::npos);
  const auto plan = office.run("setUp", {{"table", std::string("all")}});
  EXPECT_EQ(value_of(plan.answer, "approved revenue"), 800);
  EXPECT_EQ(value_of(plan.answer, "approved expense"), 750);
  EXPECT_EQ(office.run("check").answer.rows(), 1u);
}

TEST(Reading, MonthSheetsAreOneBudgetByMonth) {
  workbook::Snapshot book;
  add_sheet(book, "Jan", {"Item|Budget|Actual", "Rent|100|90", "Food|50|40", "Total|150|130"});
  add_sheet(book, "Feb", {"Item|Budget|Actual", "Rent|110|90", "Food|60|40", "Total|170|130"});
  PaperOffice office(std::move(book));
  const auto plan = office.run("setUp", {{"table", std::string("all")}, {"year", 2025.0}});
  EXPECT_EQ(value_of(plan.answer, "lines"), 2);
  EXPECT_EQ(approved_in(office, 2025, 1), 150);
  EXPECT_EQ(approved_in(office, 2025, 2), 170);
}

TEST(Reading, YearsAcrossAreControlledEachByItsOwn) {
  PaperOffice office(sheet({"Project|2025|2026", "Road|1200|600", "Bridge|2400|0", "Total|3600|600"}));
  office.run("setUp");
  EXPECT_EQ(approved_in(office, 2025, 3), 300);
  EXPECT_EQ(approved_in(office, 2026, 3), 50);
}

TEST(Reading, LongTableOfTwoYearsKeepsThemApart) {
  PaperOffice office(sheet({"Type|Year|Account|Amount", "Expense|2025|Rent|1200", "Expense|2026|Rent|2400", "Revenue|2025|Fees|3600", "Revenue|2026|Fees|4800"}));
  const auto both = office.run("setUp");
  EXPECT_EQ(value_of(both.answer, "lines"), 2);
  EXPECT_EQ(approved_in(office, 2025, 1), 400);
  EXPECT_EQ(approved_in(office, 2026, 1), 600);
  PaperOffice one(sheet({"Type|Year|Account|Amount", "Expense|2025|Rent|1200", "Expense|2026|Rent|2400"}));
  EXPECT_EQ(value_of(one.run("setUp", {{"year", 2026.0}}).answer, "approved expense"), 2400);
}

TEST(Reading, AsksWhichVersionOfALongTable) {
  const auto book = sheet({"Account|Version|Amount", "Rent|Proposed budget|1200", "Rent|Adopted budget|1300", "Staff|Proposed budget|2400", "Staff|Adopted budget|2500"});
  PaperOffice office(book);
  EXPECT_NE(refusal(office, {}).find("“version”"), std::string::npos);
  EXPECT_EQ(value_of(office.run("setUp", {{"version", std::string("Adopted budget")}}).answer, "approved expense"), 3800);
}

TEST(Reading, MonthsDownMakeTheColumnsLines) {
  PaperOffice office(sheet({"Month|Revenue|Costs", "Jan 2025|100|70", "Feb 2025|110|75", "Mar 2025|120|80"}));
  const auto plan = office.run("setUp");
  EXPECT_EQ(value_of(plan.answer, "approved revenue"), 330);
  EXPECT_EQ(value_of(plan.answer, "approved expense"), 225);
  EXPECT_EQ(approved_in(office, 2025, 2), 185);
}

TEST(Reading, DaysBelongToTheMonthThatIsNamed) {
  const auto book = sheet({"Item|1|2|3|4|5|6|Total", "Food|10|10|10|10|10|10|60", "Fuel|5|0|5|0|5|0|15", "Total|15|10|15|10|15|10|75"});
  PaperOffice office(book);
  EXPECT_NE(refusal(office, {}).find("“month”"), std::string::npos);
  office.run("setUp", {{"month", 3.0}, {"year", 2025.0}});
  EXPECT_EQ(approved_in(office, 2025, 3), 75);
}

TEST(Reading, SeveralBudgetColumnsAreLinesWhenTheUserNamesThemAll) {
  const auto book = sheet({"Account|North|South", "Rent|100|200", "Staff|300|400", "Total|400|600"});
  PaperOffice office(book);
  EXPECT_NE(refusal(office, {}).find("“columns”"), std::string::npos);
  EXPECT_EQ(value_of(office.run("setUp", {{"columns", std::string("B:budget, C:budget")}}).answer, "approved expense"), 1000);
}

TEST(Reading, AnAmountWithoutANameIsNotLost) {
  PaperOffice office(sheet({"Item|Code|Budget", "Rent|'01|100", "Power|'02|50", "||30", "Total||180"}));
  EXPECT_EQ(value_of(office.run("setUp").answer, "approved expense"), 180);
}

TEST(Reading, FindingsAreToldWithTheirCells) {
  PaperOffice office(sheet({"Item|Budget", "Rent|100", "Power|1,500.00", "Total|1700", "|", "Check|#REF!"}));
  const auto answer = office.run("setUp").answer;
  EXPECT_TRUE(says(answer, "$Plan.$B$4")) << "the total that does not foot";
  EXPECT_TRUE(says(answer, "$Plan.$B$3")) << "the figure that is text";
  EXPECT_TRUE(says(answer, "$Plan.$B$6")) << "the error";
}

}  // namespace
}  // namespace steward::plan
