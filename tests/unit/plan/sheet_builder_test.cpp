#include "plan/sheet_builder.hpp"

#include <algorithm>

#include <gtest/gtest.h>

// How wide a column is made for what stands in it.
namespace steward::plan {
namespace {

double width_for(const std::string& text, double least = 24, double most = 75) {
  std::vector<Edit> edits;
  SheetBuilder sheet(edits, "Report", Language::english);
  sheet.width_for(1, {{std::string("beside"), text}, {std::string("a row that is shorter")}, {Blank(), 12.5}}, least, most);
  return std::get<ColumnWidth>(edits.back()).millimetres;
}

TEST(ColumnWidth, IsThatOfTheLongestTextWithinItsBounds) {
  EXPECT_EQ(width_for("IT"), 24);
  EXPECT_EQ(width_for(std::string(200, 'x')), 75);
  // 23 letters of 10 points take 43 mm in DejaVu Sans.
  EXPECT_GT(width_for("Repairs and maintenance"), 45);
}

TEST(ColumnWidth, OfChineseIsWiderThanOfAsManyLetters) {
  EXPECT_GT(width_for("修理与维护费用支出合计"), width_for("maintenance"));
}

std::vector<ShowWords> words_shown(const tables::Description& table, Language language) {
  std::vector<Edit> edits;
  SheetBuilder(edits, "Table", language).table({&table, {"Account"}, {}, 3, 2});
  std::vector<ShowWords> found;
  for (const auto& edit : edits)
    if (const auto* words = std::get_if<ShowWords>(&edit)) found.push_back(*words);
  return found;
}

// "Keywords stored in tables are language-neutral codes, shown in words": from the header to the end row, which grows with
// the table. In English the codes are the words.
TEST(Codes, AreShownInChineseWords) {
  EXPECT_TRUE(words_shown(tables::ledger, Language::english).empty());
  const auto stages = words_shown(tables::ledger, Language::chinese);
  ASSERT_EQ(stages.size(), 1u);
  EXPECT_EQ(stages[0].left, 8);
  EXPECT_EQ(std::pair(stages[0].top, stages[0].bottom), std::pair(3, 6));
  EXPECT_NE(std::ranges::find(stages[0].words, std::pair<std::string, std::string>("actual", "实际发生")), stages[0].words.end());
  EXPECT_EQ(words_shown(tables::rules, Language::chinese).size(), 10u);
}

}  // namespace
}  // namespace steward::plan
