#include <gtest/gtest.h>

#include "paper_office.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/book.gen.hpp"
#include "words/phrases/log.gen.hpp"

// The commands that look at a workbook under control.
namespace steward::plan {
namespace {

Options spend(double amount, const std::string& document = "D1", const std::string& mode = "post") {
  return {{"rows", rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s},
                         {"2025-02-10"_s, document, amount, "Sales"_s, "Travel"_s}})},
          {"mode", mode}};
}

PaperOffice controlled(Options options = {}) {
  auto office = budget_office();
  office.run("setUp", std::move(options));
  return office;
}

TEST(CheckNow, ReportsAnUnapprovedChangeOfTheDraft) {
  auto office = controlled();
  EXPECT_EQ(all_text(office.run("check").answer).find("not approved"), std::string::npos);
  office.cell("Budget", 2, 2) = 1100.0;  // January travel was 100
  const auto plan = office.run("check");
  EXPECT_NE(all_text(plan.answer).find("+1,000.00 not approved"), std::string::npos) << all_text(plan.answer);
  const auto stopped = office.run("post", spend(1500));
  EXPECT_EQ(text_of(cell_of(stopped.answer, 1, "verdict")), "Stop") << "what controls is the approved version";
  EXPECT_EQ(cell_of(stopped.answer, 1, "available"), Value(1200.0));
}

TEST(CheckNow, FindsAPostingTypedIntoTheLedger) {
  auto office = controlled();
  office.run("post", spend(100));
  const int amount = static_cast<int>(tables::Layout(tables::ledger, 2).place(tables::LedgerColumn::amount));
  office.cell("Ledger", 1, amount) = 1300.0;
  const auto text = all_text(office.run("check").answer);
  EXPECT_NE(text.find("are not as they were posted"), std::string::npos) << text;
  EXPECT_NE(text.find("100.00 too much"), std::string::npos) << text;
}

TEST(CheckNow, FindsARuleThatWasWidenedByHand) {
  auto office = controlled();
  const int tolerance = static_cast<int>(tables::RulesColumn::tolerance_pct);
  office.cell("Rules", 1, tolerance) = 0.5;
  EXPECT_NE(all_text(office.run("check").answer).find("Rule R1/1 is not as it was approved"), std::string::npos);
}

TEST(CheckNow, FindsARowBelowTheTable) {
  auto office = controlled();
  office.cell("Ledger", 5, 0) = "P99"_s;
  EXPECT_NE(all_text(office.run("check").answer).find("below the end row"), std::string::npos);
}

TEST(VerifyLog, FindsEveryTouchedCell) {
  auto office = controlled();
  office.run("post", spend(100));
  office.run("post", spend(50, "D2"));
  EXPECT_NE(office.run("verifyLog").message.find("Without a seal"), std::string::npos);
  const std::string head = text_of(std::get<std::string>(office.cell("Log", 4, 10)));
  EXPECT_NE(office.run("verifyLog", {{"seal", head}}).message.find("continues the seal"), std::string::npos);
  for (int row = 1; row <= 4; ++row) {
    for (int column = 0; column <= 10; ++column) {
      auto touched = office;
      touched.cell("Log", row, column) = "touched"_s;
      EXPECT_NE(touched.run("verifyLog").message.find("broken at row " + std::to_string(row)), std::string::npos)
          << row << ' ' << column;
    }
  }
}

TEST(VerifyLog, FindsChangedFiguresAndLostPostings) {
  auto office = controlled();
  office.run("post", spend(100));
  auto changed = office;
  changed.cell("Versions", 1, 5) = 5000.0;
  EXPECT_NE(all_text(changed.run("verifyLog").answer).find("not those that were frozen"), std::string::npos);
  auto renamed = office;
  renamed.cell("Ledger", 1, 0) = "P7"_s;
  const auto text = all_text(renamed.run("verifyLog").answer);
  EXPECT_NE(text.find("no longer in the ledger"), std::string::npos);
  EXPECT_NE(text.find("was not made by a command"), std::string::npos);
}

TEST(Post, RefusesToBuildOnABrokenLog) {
  auto office = controlled();
  office.cell("Log", 1, 6) = "nothing happened"_s;
  EXPECT_EQ(office.plan("post", spend(1)).error().sentence, phrase::log_broken);
}

TEST(Explain, TellsEveryTermTheRuleAndThePostings) {
  auto office = controlled({{"tolerance", "10 %"_s}});
  office.run("post", spend(100));
  const auto answer = office.run("explain", {{"line", "Sales / Travel"_s}}).answer;
  std::map<std::string, Value> terms;
  for (std::size_t row = 1; row < answer.rows(); ++row) terms[text_of(answer.at(row, 0))] = answer.at(row, 1);
  EXPECT_EQ(terms["original"], Value(1200.0));
  EXPECT_EQ(terms["actual"], Value(100.0));
  EXPECT_EQ(terms["available"], Value(1100.0));
  EXPECT_EQ(terms["limit"], Value(1320.0));
  EXPECT_EQ(terms["headroom"], Value(1220.0));
  EXPECT_EQ(terms["posting P1"], Value(100.0));
  EXPECT_TRUE(office.plan("explain", {{"line", "nowhere"_s}}).has_error());
}

TEST(Report, GivesToDateAndFullYearByLineAndNature) {
  auto office = controlled();
  office.run("post", spend(350));
  const auto plan = office.run("report");
  EXPECT_EQ(cell_of(plan.answer, 1, "budget_to_date"), Value(300.0)) << "January to March";
  EXPECT_EQ(cell_of(plan.answer, 1, "variance"), Value(-50.0));
  EXPECT_EQ(cell_of(plan.answer, 1, "flag"), Value("U"_s));
  EXPECT_EQ(cell_of(plan.answer, 1, "available"), Value(850.0));
  EXPECT_EQ(cell_of(plan.answer, 4, "budget"), Value(15600.0));
  EXPECT_TRUE(office.has_sheet(plan.file_sheet));
}

TEST(Report, HasLiveFormulasForWhatIsDerived) {
  auto office = controlled();
  const auto plan = office.run("report");
  int formulas = 0;
  for (const auto& edit : plan.edits) {
    if (const auto* write = std::get_if<Write>(&edit)) {
      for (const auto& content : write->block.cells()) formulas += std::holds_alternative<Formula>(content) ? 1 : 0;
    }
  }
  EXPECT_EQ(formulas, 3 * 7 + 2 * 12) << "three lines, the subtotal of the two that belong together, and a total";
}

TEST(Report, MakesNoGroupsOfCodesThatEachLineHasForItself) {
  PaperOffice office;
  office.add_sheet("Budget", {{"Code"_s, "Department"_s, "Account"_s, "Jan 2025"_s, "Feb 2025"_s, "Mar 2025"_s},
                              {"4101"_s, "Sales"_s, "Travel"_s, 100.0, 100.0, 100.0},
                              {"4102"_s, "Sales"_s, "Training"_s, 50.0, 50.0, 50.0},
                              {"4103"_s, "Works"_s, "Travel"_s, 10.0, 10.0, 10.0},
                              {"4104"_s, "Works"_s, "Repairs"_s, 20.0, 20.0, 20.0}});
  office.run("setUp");
  const auto plan = office.run("report");
  std::vector<std::string> labels;
  for (const auto& edit : plan.edits) {
    const auto* write = std::get_if<Write>(&edit);
    if (!write) continue;
    for (std::size_t row = 0; row < write->block.rows(); ++row)
      if (const auto* label = std::get_if<std::string>(&write->block.at(row, 0)); label && label->starts_with("Subtotal"))
        labels.push_back(*label);
  }
  EXPECT_EQ(labels, (std::vector<std::string>{"Subtotal Sales", "Subtotal Works"}));
}

TEST(RemoveControl, KeepsTheRecordsAsValues) {
  auto office = controlled();
  office.run("post", spend(350));
  office.run("removeControl");
  EXPECT_TRUE(office.has_sheet("Ledger"));
  EXPECT_TRUE(office.has_sheet("Log"));
  EXPECT_FALSE(office.has_sheet("Control"));
  EXPECT_EQ(office.plan("check", {}).error().sentence, phrase::not_under_control);
}

TEST(ControlBook, RefusesANewerLayoutAndADamagedTable) {
  auto office = controlled();
  auto newer = office;
  newer.cell("Settings", 1, 2) = 99.0;
  EXPECT_EQ(newer.plan("check", {}).error().sentence, phrase::schema_newer);
  auto damaged = office;
  damaged.cell("Ledger", 0, 1) = "When"_s;
  EXPECT_EQ(damaged.plan("check", {}).error().sentence, phrase::table_damaged);
  auto cut = office;
  cut.cell("Log", 4, 0) = Blank{};
  EXPECT_EQ(cut.plan("check", {}).error().sentence, phrase::table_without_end);
}

TEST(Post, TakesForeignAmountsAtTheirRate) {
  auto office = controlled(
      {{"currency", "CNY"_s}, {"rates", rows({{"USD"_s, "2025-01-01"_s, 7.0}, {"USD"_s, "2025-02-01"_s, 7.2}})}});
  const auto post = [&](Value day, std::string document, std::string stage, double amount, std::string reference) {
    return office.run("post",
                      {{"rows", rows({{"date"_s, "document"_s, "stage"_s, "amount"_s, "currency"_s, "reference"_s,
                                       "Department"_s, "Account"_s},
                                      {day, document, stage, amount, "USD"_s, reference, "IT"_s, "Licences"_s}})},
                       {"mode", "post"_s}});
  };
  post("2025-01-10"_s, "PO", "commitment", 100, "");
  post("2025-02-10"_s, "INV", "actual", 60, "PO");
  const auto terms = [&] {
    std::map<std::string, Value> result;
    const auto answer = office.run("explain", {{"line", "IT / Licences"_s}}).answer;
    for (std::size_t row = 1; row < answer.rows(); ++row) result[text_of(answer.at(row, 0))] = answer.at(row, 1);
    return result;
  };
  EXPECT_EQ(terms()["commitment"], Value(280.0));
  EXPECT_EQ(terms()["actual"], Value(432.0));
  post("2025-02-11"_s, "CN", "actual", -60, "INV");
  EXPECT_EQ(terms()["commitment"], Value(700.0));
  EXPECT_EQ(terms()["actual"], Value(0.0));
}

TEST(Commands, WriteChineseWhereItIsAsked) {
  auto office = budget_office();
  auto now = PaperOffice::circumstances();
  now.language = Language::chinese;
  office.run("setUp", {{"cutOver", "2025-03-31"_s}}, now);
  EXPECT_TRUE(office.has_sheet("预算执行台账"));
  office.run("post", spend(10), now);
  EXPECT_EQ(office.run("report", {}, now).file_sheet, "执行报告FY2025-P03");
}

}  // namespace
}  // namespace steward::plan
