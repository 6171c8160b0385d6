#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_office.hpp"
#include "plan/board.hpp"
#include "plan/fingerprints.hpp"
#include "plan/posting_source.hpp"
#include "plan/shown.hpp"
#include "plan/survey.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/window.gen.hpp"

// What dialogs and sidebar show, without a window.
namespace steward::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Survey look(const PaperOffice& office, Options options = {}, Language language = Language::english) {
  auto now = PaperOffice::circumstances();
  now.language = language;
  const auto book = office.snapshot();
  return survey({book, std::move(options), now});
}

TEST(Survey, TellsLinesPeriodsTotalsAndFindings) {
  const auto seen = look(budget_office());
  ASSERT_TRUE(seen.plan);
  ASSERT_EQ(seen.tables.size(), 1u);
  EXPECT_THAT(seen.found, HasSubstr("3 lines, 12 periods"));
  EXPECT_THAT(seen.found, HasSubstr("Approved, expense: 15,600.00"));
  EXPECT_FALSE(seen.question);
  EXPECT_THAT(look(budget_office(), {}, Language::chinese).found, HasSubstr("批准预算（支出）：15,600.00"));
}

TEST(Survey, AsksForTheYearAndTakesTheAnswer) {
  PaperOffice office;
  office.add_sheet("Plan", {{"Account"_s, "Budget"_s}, {"Rent"_s, 1200.0}, {"Power"_s, 300.0}, {"Total"_s, 1500.0}});
  const auto asked = look(office);
  ASSERT_TRUE(asked.question);
  EXPECT_FALSE(asked.plan);
  ASSERT_FALSE(asked.question->choices.empty());
  EXPECT_EQ(asked.question->choices.front().words, "2025");
  Options options;
  answer(options, asked.question->choices.front());
  EXPECT_TRUE(look(office, options).plan);
}

TEST(Survey, ShowsWhatWasFoundWhileTheYearIsOpen) {
  PaperOffice office;
  office.add_sheet("Plan", {{"Account"_s, "Budget"_s}, {"Rent"_s, 1200.0}, {"Power"_s, 300.0}, {"Total"_s, 1500.0}});
  const auto asked = look(office);
  EXPECT_TRUE(asked.question);
  EXPECT_THAT(asked.found, HasSubstr("Approved, expense: 1,500.00"));
}

// Two tables of a household on one sheet are one budget; two years of the same lines are not.
TEST(Survey, BeginsWithAllTablesWhereTheyAreParts) {
  PaperOffice parts;
  parts.add_sheet("Plan", {{"Income"_s, Blank{}}, {"Item"_s, "Budget"_s}, {"Salary"_s, 3000.0}, {"Other"_s, 100.0}, {"Total income"_s, 3100.0}, {},
                           {"Expenses"_s, Blank{}}, {"Item"_s, "Budget"_s}, {"Rent"_s, 1200.0}, {"Power"_s, 300.0}, {"Total expenses"_s, 1500.0}});
  const auto seen = look(parts, {{"year", 2025.0}});
  ASSERT_EQ(seen.tables.size(), 3u);
  EXPECT_EQ(seen.tables.front().number, "all");
  EXPECT_EQ(seen.suggested, 0u);
  const auto both = look(parts, {{"year", 2025.0}, {"table", std::string("all")}});
  EXPECT_TRUE(both.plan);
  EXPECT_THAT(both.found, HasSubstr("4 lines"));

  PaperOffice years;
  years.add_sheet("Plan", {{"Plan A"_s, Blank{}}, {"Item"_s, "Budget"_s}, {"Rent"_s, 1100.0}, {"Power"_s, 200.0}, {"Total"_s, 1300.0}, {},
                           {"Plan B"_s, Blank{}}, {"Item"_s, "Budget"_s}, {"Rent"_s, 1200.0}, {"Power"_s, 300.0}, {"Total"_s, 1500.0}});
  const auto scenarios = look(years, {{"year", 2025.0}});
  ASSERT_EQ(scenarios.tables.size(), 3u);
  EXPECT_EQ(scenarios.suggested, 1u);
}

TEST(Survey, AnEmptyWorkbookIsAQuestionWithoutChoices) {
  PaperOffice office;
  office.add_sheet("Sheet1", {});
  const auto seen = look(office);
  EXPECT_TRUE(seen.tables.empty());
  ASSERT_TRUE(seen.question);
  EXPECT_TRUE(seen.question->choices.empty());
}

TEST(Survey, AnswersOfOneKindStandBelowOneAnother) {
  Options options;
  Table first, second;
  first.append({std::string("a"), std::string("yes")});
  second.append({std::string("b"), std::string("no")});
  answer(options, {"Yes", "answers", first});
  answer(options, {"No", "answers", second});
  EXPECT_EQ(std::get<Table>(options["answers"]).rows(), 2u);
}

Board board_of(PaperOffice& office) {
  const auto book = office.snapshot();
  return Board::read(book, Language::english).value();
}

// The figures that Calc would compute.
void set_figures(PaperOffice& office, int line, double revised, double available, double used) {
  const auto area = office.table("steward_control");
  const auto sheet = office.sheet_of("steward_control");
  const tables::Layout layout(tables::control, 2);
  const auto put = [&](tables::ControlColumn column, double figure) {
    office.cell(sheet, area.top + 1 + line, area.left + static_cast<int>(layout.place(column))) = figure;
  };
  put(tables::ControlColumn::revised, revised);
  put(tables::ControlColumn::available, available);
  put(tables::ControlColumn::used, used);
}

TEST(Board, BeginsWithALineThatSpends) {
  auto office = budget_office();
  office.run("setUp");
  const auto nature = static_cast<int>(tables::Layout(tables::control, 2).place(tables::ControlColumn::nature));
  const int first = office.table("steward_control").top + 1;
  EXPECT_EQ(board_of(office).first_spending(), 0);
  office.cell("Control", first, nature) = "revenue"_s;
  EXPECT_EQ(board_of(office).first_spending(), 1);
  for (const int row : {first + 1, first + 2}) office.cell("Control", row, nature) = "revenue"_s;
  EXPECT_EQ(board_of(office).first_spending(), 0);
}

TEST(Board, ListsLinesAndPeriods) {
  auto office = budget_office();
  office.run("setUp");
  const auto board = board_of(office);
  ASSERT_EQ(board.lines().size(), 3u);
  EXPECT_EQ(board.periods().size(), 12u);
  EXPECT_EQ(board.periods().front(), "FY2025-P01");
  EXPECT_EQ(board.periods()[static_cast<std::size_t>(board.period_now())], "FY2025-P03");
  EXPECT_THAT(board.dimensions(), ElementsAre("Department", "Account"));
}

TEST(Board, PutsWhatIsOverFirstAndThenWhatIsNearlyUsed) {
  auto office = budget_office();
  office.run("setUp");
  set_figures(office, 0, 1000, 500, 0.5);
  set_figures(office, 1, 1000, 10, 0.99);
  set_figures(office, 2, 1000, -5, 1.005);
  EXPECT_THAT(board_of(office).at_risk(5), ElementsAre(2, 1, 0));
  EXPECT_THAT(board_of(office).at_risk(1), ElementsAre(2));
}

TEST(Board, FindsTheLineUnderTheCursor) {
  auto office = budget_office();
  office.run("setUp");
  const auto board = board_of(office);
  const auto& second = board.lines()[1];
  const auto nothing = [](int) { return std::vector<std::string>(); };
  EXPECT_EQ(board.line_at(second.at, nothing), 1);
  EXPECT_EQ(board.line_at({0, 7, 3}, nothing), -1);
  const auto row = [&](int) { return second.key; };
  EXPECT_EQ(board.line_at({0, 7, 3}, row), 1);
  const auto by_id = [&](int) { return std::vector<std::string>{"2025-01-01", second.id}; };
  EXPECT_EQ(board.line_at({0, 7, 3}, by_id), 1);
}

TEST(Board, TakesWhatARowLeavesOutFromTheRowsAbove) {
  auto office = budget_office();
  office.run("setUp");
  const auto board = board_of(office);
  // Each account of the sample stands under the heading of its department.
  for (std::size_t i = 0; i < board.lines().size(); ++i) {
    const auto& key = board.lines()[i].key;
    const auto texts = [&](int row) { return std::vector<std::string>{row == 4 ? key[0] : row == 6 ? key[1] : ""}; };
    EXPECT_EQ(board.line_at({0, 6, 3}, texts), static_cast<int>(i)) << key[0] << ' ' << key[1];
  }
}

TEST(PostingSource, TakesRowsFromTheirHeaderOn) {
  PaperOffice office;
  office.add_sheet("In", {{"Our bank"_s}, {}, {"Date"_s, Blank{}, "Amount"_s, "Account"_s}, {"2025-01-01"_s, Blank{}, 5.0, "Rent"_s}, {}});
  const auto book = office.snapshot();
  const auto rows = posting_rows_in(book, used_area(book, 0)).value();
  ASSERT_EQ(rows.rows(), 2u);
  ASSERT_EQ(rows.columns(), 3u);
  EXPECT_EQ(rows.at(1, 1), Value(5.0));
  PaperOffice other;
  other.add_sheet("In", {{"Name"_s, "Amount"_s}, {"x"_s, 5.0}});
  const auto none = other.snapshot();
  EXPECT_EQ(posting_rows_in(none, used_area(none, 0)).error().sentence, phrase::posting_header_missing);
}

TEST(PostingSource, ReadsAmountsAndDatesOfAFileByTheirColumns) {
  const auto rows = posting_rows_of_csv("Date;Amount;Code\n31.12.2025;1.234,50;0410\n1.2.2025;2.000;0411\n").value();
  EXPECT_EQ(rows.at(1, 0), Value(std::string("2025-12-31")));
  EXPECT_EQ(rows.at(1, 1), Value(1234.5));
  EXPECT_EQ(rows.at(1, 2), Value(std::string("0410")));
  EXPECT_EQ(rows.at(2, 1), Value(2000.0));
}

TEST(Shown, ExplanationGroupsAmountsAndSpeaksInWords) {
  Table answer;
  answer.append({std::string("what"), std::string("value"), std::string("note")});
  answer.append({std::string("line"), std::string("L001"), std::string("Travel")});
  answer.append({std::string("revised"), 12000.0, std::string()});
  answer.append({std::string("available"), -1234.5, std::string()});
  answer.append({std::string("used"), 1.1029, std::string()});
  answer.append({std::string("posting 7"), 500.0, std::string("2025-01-02 actual INV-1")});
  const auto shown = shown_explanation(answer, 2, Language::english);
  EXPECT_EQ(shown.headline, "Travel: over by 1,234.50; the budget is 12,000.00.");
  EXPECT_THAT(shown.terms.back(), ElementsAre("Used %", "110.3 %", ""));
  ASSERT_EQ(shown.postings.size(), 1u);
  EXPECT_THAT(shown.postings[0], ElementsAre("7", "500.00", "2025-01-02 actual INV-1"));
  EXPECT_THAT(shown_explanation(answer, 2, Language::chinese).postings[0], ElementsAre("7", "500.00", "2025-01-02 实际发生 INV-1"));
  EXPECT_EQ(shown_explanation(answer, 2, Language::chinese).headline, "Travel：超预算1,234.50，调整后预算12,000.00。");
}

TEST(Fingerprints, AreKeptInSettingsAndWrittenOver) {
  auto office = budget_office();
  office.run("setUp");
  auto book = office.snapshot();
  EXPECT_TRUE(kept_fingerprints(book, Language::english).empty());
  for (const auto& edit : fingerprint_edits(book, {{"ledger", "abc"}, {"budget", "def"}}, Language::english)) office.carry_out(edit);
  book = office.snapshot();
  EXPECT_EQ(kept_fingerprints(book, Language::english).at("ledger"), "abc");
  for (const auto& edit : fingerprint_edits(book, {{"ledger", "xyz"}, {"budget", "def"}}, Language::english)) office.carry_out(edit);
  book = office.snapshot();
  EXPECT_EQ(kept_fingerprints(book, Language::english).at("ledger"), "xyz");
  EXPECT_EQ(kept_fingerprints(book, Language::english).size(), 2u);
}

// "What a command offers and what the sidebar shows first follows the role".
TEST(Roles, DecideWhatIsOfferedAndSeenFirst) {
  auto office = budget_office();
  office.run("setUp");
  const auto with_role = [](std::string who, std::string role) {
    return Row{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, std::move(who), Blank{}, Blank{}, std::move(role)};
  };
  office.grant({with_role("Ann", "preparer"), with_role("Bob", "head"), with_role("Controller", "财务")});
  const tables::Layout layout(tables::control, 2);
  const int top = office.table("steward_control").top;
  const auto set = [&](int line, tables::ControlColumn column, Content content) { office.cell("Control", top + line, static_cast<int>(layout.place(column))) = std::move(content); };
  for (int line = 1; line <= 3; ++line) {
    set(line, tables::ControlColumn::revised, 100.0);
    set(line, tables::ControlColumn::available, 10.0 * line);
    set(line, tables::ControlColumn::used, 1 - 0.1 * line);
  }
  set(3, tables::ControlColumn::owner, "Bob"_s);
  const auto board = board_of(office);
  EXPECT_THAT(board.at_risk(5, "Bob"), ElementsAre(2, 0, 1)) << "a head of a unit sees his own lines first";
  EXPECT_THAT(board.at_risk(5, "Controller"), ElementsAre(0, 1, 2));
  EXPECT_THAT(board.at_risk(5, "Nobody"), ElementsAre(0, 1, 2));
  EXPECT_THAT(offered_requests(board.role_of("ann")), ElementsAre("spending", "supplement", "credit"));
  EXPECT_EQ(offered_requests(board.role_of("Bob")).size(), 6u);
  EXPECT_THAT(offered_requests(board.role_of("Controller")), testing::Contains("rule"));
  EXPECT_THAT(offered_requests(board.role_of("Nobody")), testing::Contains("rule")) << "without a role everything is offered";
}

}  // namespace
}  // namespace steward::plan
