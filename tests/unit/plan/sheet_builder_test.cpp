#include "plan/sheet_builder.hpp"

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

}  // namespace
}  // namespace steward::plan
