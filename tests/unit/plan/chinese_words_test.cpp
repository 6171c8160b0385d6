#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// A sentence for people says what a state or a type is called in their language, not by the code that the tables keep.
namespace steward::plan {
namespace {

using testing::HasSubstr;

Circumstances reader(const std::string& name) {
  auto now = person(name);
  now.language = Language::chinese;
  return now;
}

std::string told(PaperOffice& office, const std::string& command, Options options, const std::string& who = "Ann Lee") {
  auto planned = office.plan(command, std::move(options), reader(who));
  if (planned.has_error()) return filled(planned.error().sentence, Language::chinese, planned.error().blanks);
  for (const auto& edit : planned.value().edits) office.carry_out(edit);
  return planned.value().message;
}

TEST(ChineseWords, OfAPeriodThatIsClosed) {
  auto book = ruled_office("year", {{"asOf", "2025-03-31"_s}});
  EXPECT_THAT(told(book, "rollForward", {{"state", "soft-closed"_s}}), HasSubstr("软结账"));
  EXPECT_THAT(told(book, "rollForward", {{"state", "soft-closed"_s}, {"period", "FY2025-P01"_s}}), HasSubstr("已处于“软结账”状态"));
}

TEST(ChineseWords, OfARequestThatIsDecided) {
  auto book = ruled_office();
  told(book, "transfer", {{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}, {"purpose", "fair"_s}});
  told(book, "decide", {{"request", "R1"_s}, {"decision", "reject"_s}, {"reason", "no"_s}}, "Head");
  EXPECT_THAT(told(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("申请R1已不在待批状态：驳回"));
}

TEST(ChineseWords, OfARequestThatNobodyMayApprove) {
  auto book = budget_office();
  book.run("setUp", {{"basis", "year"_s}});
  EXPECT_THAT(told(book, "transfer", {{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}}),
              HasSubstr("没有人有权批准该金额的“预算调剂”"));
  EXPECT_THAT(told(book, "request", {{"type", "reopen"_s}, {"period", "2025-01"_s}}), HasSubstr("“反结账”须说明理由"));
}

TEST(ChineseWords, OfTheRuleThatExplains) {
  auto book = ruled_office();
  const auto planned = book.plan("explain", {{"line", "Sales / Travel"_s}}, reader("Ann Lee"));
  ASSERT_FALSE(planned.has_error());
  EXPECT_THAT(all_text(planned.value().answer), HasSubstr("年度, 禁止"));
}

}  // namespace
}  // namespace steward::plan
