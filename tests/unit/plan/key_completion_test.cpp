#include "plan/key_completion.hpp"

#include <gtest/gtest.h>

namespace steward::plan {
namespace {

const std::vector<control::Line> lines{{"L1", {"Staff", "0410", "Salaries"}, Nature::expense, ""},
                                       {"L2", {"Office", "0512", "Heating"}, Nature::expense, ""},
                                       {"L3", {"Plant", "0512", "Heating"}, Nature::expense, ""}};

std::vector<std::string_view> completed(std::vector<bool> given, std::vector<std::string_view> key) {
  KeyCompletion(lines, std::move(given)).complete(key);
  return key;
}

TEST(KeyCompletion, FillsWhatOneLineLeavesNoDoubtAbout) {
  EXPECT_EQ(completed({false, true, false}, {"", "0410", ""}), (std::vector<std::string_view>{"Staff", "0410", "Salaries"}));
}

TEST(KeyCompletion, ComparesKeysAsTheBudgetDoes) {
  EXPECT_EQ(completed({false, true, false}, {"", " ０４１０ ", ""})[0], "Staff");
}

TEST(KeyCompletion, LeavesWhatFitsSeveralLinesOrNone) {
  EXPECT_EQ(completed({false, true, false}, {"", "0512", ""})[0], "");
  EXPECT_EQ(completed({false, true, false}, {"", "0999", ""})[0], "");
}

TEST(KeyCompletion, LeavesWholeKeysAlone) {
  EXPECT_EQ(completed({true, true, true}, {"", "0410", ""})[0], "");
}

}  // namespace
}  // namespace steward::plan
