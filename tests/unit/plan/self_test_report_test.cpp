#include "plan/self_test_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steward::plan {
namespace {

std::vector<std::string> texts_of(const Plan& plan) {
  std::vector<std::string> texts;
  for (const Edit& edit : plan.edits)
    if (const auto* write = std::get_if<Write>(&edit))
      for (const Content& cell : write->block.cells())
        if (const auto* text = std::get_if<std::string>(&cell)) texts.push_back(*text);
  return texts;
}

TEST(SelfTestReport, HoldsVersionsCountsAndEveryRow) {
  const std::vector<audit::Tried> cases{{"VARIANCE", "over", "=X(1)", "-10", "-10", "own", true},
                                        {"VARIANCE.PCT", "half", "=X(2)", "0.5", "0.4", "own", false}};
  Circumstances now;
  now.today = date(2026, 11, 27);
  for (const auto language : {Language::english, Language::chinese}) {
    now.language = language;
    const Plan plan = self_test_report(cases, {"0.1.0", "LibreOffice 7.4.7", "Linux X86_64"}, now);
    const auto texts = texts_of(plan);
    for (const char* wanted : {"0.1.0", "LibreOffice 7.4.7", "Linux X86_64", "BUDGET.VARIANCE", "BUDGET.VARIANCE.PCT", "over", "half", "=X(2)"})
      EXPECT_TRUE(std::ranges::find(texts, wanted) != texts.end()) << wanted;
    EXPECT_EQ(plan.answer.rows(), 3u);
    EXPECT_EQ(plan.answer.at(2, 5), Value(0.0));
    EXPECT_NE(plan.message.find("1"), std::string::npos);
  }
}

// A case as the check of the installation tries it in cells.
TEST(SelfTestTrial, WritesInputsAndAFormulaOverThem) {
  audit::VectorCase one{"two", "{3;4}", "own", {"{1;2|3;4}", "", "say \"x\"", "2026-01-01", "<blank>", ""}};
  const auto trial = audit::trial_of("PERIOD.START", one, date(1899, 12, 30));
  EXPECT_EQ(trial.formula, "=ORG.STEWARD.BUDGET.FUNCTIONS.PERIODSTART($A$1:$B$2;;\"say \"\"x\"\"\";46023;$Z$4)");
  ASSERT_EQ(trial.inputs.size(), 1u);
  EXPECT_EQ(trial.expected.columns(), 2u);
}

}  // namespace
}  // namespace steward::plan
