#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "audit/vectors.hpp"
#include "question/ask.hpp"
#include "question/reading.hpp"

/// The same question never gets two answers: wordings of one question, put together at random, are either refused or
/// have the one reading.
namespace steward::question {
namespace {

using Words = std::vector<std::string>;

const Date null_date = date(1899, 12, 30);

Facts facts_of(const std::string& literal) { return read_facts(audit::literal_table(literal, null_date), null_date).value(); }

const std::string english_table =
    "{Department;Account;Version;2026-01-01;2026-02-01;2026-03-01;2026-04-01|Marketing;Travel;Budget;10;10;10;10|Marketing;Travel;Actual;9;8;7;6|"
    "Sales;Travel;Budget;5;5;5;5|Sales;Travel;Actual;4;4;4;9|IT;Hardware;Budget;20;0;0;0|IT;Hardware;Actual;19;0;2;0}";
const std::string chinese_table =
    "{部门;科目;口径;1月;2月;3月;4月|市场部;差旅费;预算;10;10;10;10|市场部;差旅费;实际;9;8;7;6|销售部;差旅费;预算;5;5;5;5|销售部;差旅费;实际;4;4;4;9|"
    "研发部;设备费;预算;20;0;0;0|研发部;设备费;实际;19;0;2;0}";

/// One thing to ask, each of its parts in several wordings.
struct Topic {
  std::vector<Words> parts;
};

std::string joined(const Words& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

void expect_one_reading(const Facts& facts, const Topic& topic, const Words& openers, const std::string& between) {
  std::mt19937 random(20261127);
  const auto pick = [&](const Words& words) { return words[random() % words.size()]; };
  std::optional<Reading> first;
  std::string first_question;
  int understood = 0;
  for (int i = 0; i < 250; ++i) {
    Words words;
    for (const Words& part : topic.parts) words.push_back(pick(part));
    std::ranges::shuffle(words, random);
    words.insert(words.begin(), pick(openers));
    const std::string question = joined(words, between);
    const auto reading = read_question(question, facts);
    if (reading.has_error()) continue;
    ++understood;
    if (!first) first = reading.value(), first_question = question;
    ASSERT_TRUE(reading.value() == *first) << question << "\n" << first_question;
  }
  EXPECT_GT(understood, 25);
}

TEST(Paraphrases, OfAnEnglishQuestionHaveOneReading) {
  const Facts facts = facts_of(english_table);
  const Words openers{"", "What is", "How much is", "How much", "Please tell me", "Show me the"};
  const Words marketing{"marketing", "Marketing department", "the marketing department", "of Marketing", "for marketing's"};
  const Words march{"in March", "in March 2026", "2026-03", "for March of 2026", "in the month of March"};
  expect_one_reading(facts, {{marketing, {"left", "remaining", "available", "the remaining budget", "budget left"}, {"", "the", "in total"}}}, openers, " ");
  expect_one_reading(facts, {{marketing, {"spent", "spending", "expenditure", "actually spent"}, {"so far", "", "already"}}}, openers, " ");
  expect_one_reading(facts, {{{"departments", "department"}, {"over budget", "exceeded their budget", "overspent"}, {"in Q1", "in the first quarter", "for Q1"}}},
                     {"which", "what are the", "list which"}, " ");
  Words same_march(march.begin(), march.end());
  std::erase_if(same_march, [](const std::string& text) { return text.find("2026") == std::string::npos; });
  expect_one_reading(facts, {{{"IT", "of IT", "for IT"}, {"variance", "budget variance", "deviation"}, same_march}}, openers, " ");
}

TEST(Paraphrases, OfAChineseQuestionHaveOneReading) {
  const Facts facts = facts_of(chinese_table);
  const Words openers{"", "请问", "请告诉我", "目前"};
  expect_one_reading(facts, {{{"市场部", "市场", "市场部的"}, {"还剩多少", "剩余预算", "可用余额", "预算还剩多少"}, {"", "一共"}}}, openers, "");
  expect_one_reading(facts, {{{"销售部", "销售"}, {"花了多少钱", "支出多少", "支出了", "花费"}, {"一季度", "第一季度", "Q1", "1-3月"}}}, openers, "");
  expect_one_reading(facts, {{{"哪些部门", "哪个部门"}, {"超支", "超预算", "超出预算", "超支了"}, {"2月", "2月份", "二月"}}}, openers, "");
  expect_one_reading(facts, {{{"部门", "各部门"}, {"支出"}, {"各", ""}}}, {"列出", ""}, "");
}

// Questions of random words of the grammar: whatever is understood is understood the same with other spacing and marks.
TEST(Paraphrases, SpacingCaseAndMarksDoNotMatter) {
  const Facts facts = facts_of(english_table);
  std::mt19937 random(7);
  Words words{"how much", "left", "budget", "spent", "marketing", "sales", "travel", "in", "march", "q1", "which", "departments", "over", "over budget",
              "more than", "10", "top", "3", "and", "by", "month", "largest", "is", "used", "80%", "from", "to", "january"};
  int understood = 0;
  for (int i = 0; i < 3'000; ++i) {
    Words chosen;
    for (auto n = 2 + random() % 5; n > 0; --n) chosen.push_back(words[random() % words.size()]);
    const auto plain = read_question(joined(chosen, " "), facts);
    if (plain.has_error()) continue;
    ++understood;
    std::string loud = "  " + joined(chosen, "  ") + " ?!";
    std::ranges::transform(loud, loud.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto other = read_question(loud, facts);
    ASSERT_TRUE(other.has_value() && other.value() == plain.value()) << loud;
    const auto answer = ask(loud, audit::literal_table(english_table, null_date), date(2026, 3, 15), null_date);
    const auto again = ask(joined(chosen, " "), audit::literal_table(english_table, null_date), date(2026, 3, 15), null_date);
    ASSERT_EQ(answer.has_value(), again.has_value());
    if (answer) {
      ASSERT_TRUE(answer.value() == again.value());
    }
  }
  EXPECT_GT(understood, 30);
}

// Every example that "?" shows has an answer.
TEST(Topics, ShowOnlyWhatCanBeAnswered) {
  for (const auto& literal : {english_table, chinese_table}) {
    const Table table = audit::literal_table(literal, null_date);
    const Table topics = ask("?", table, {}, null_date).value();
    int examples = 0;
    for (std::size_t row = 0; row < topics.rows(); ++row) {
      const auto& what = std::get<std::string>(topics.at(row, 0));
      if (what != "Examples" && what != "示例") continue;
      ++examples;
      EXPECT_TRUE(ask(std::get<std::string>(topics.at(row, 1)), table, {}, null_date).has_value()) << std::get<std::string>(topics.at(row, 1));
    }
    EXPECT_GE(examples, 4);
  }
}

}  // namespace
}  // namespace steward::question
