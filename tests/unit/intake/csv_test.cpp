#include "intake/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "words/phrases/window.gen.hpp"

namespace steward::intake {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> texts(const Table& table, std::size_t row) {
  std::vector<std::string> result;
  for (std::size_t column = 0; column < table.columns(); ++column) {
    const auto* text = std::get_if<std::string>(&table.at(row, column));
    result.push_back(text ? *text : is_blank(table.at(row, column)) ? "" : "number");
  }
  return result;
}

Table read(std::string_view text) { return read_csv(text).value(); }

TEST(Csv, ReadsEverySeparatorAndLineEnd) {
  for (const std::string mark : {",", ";", "\t", "|"}) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
      const auto table = read("date" + mark + "amount" + end + "2026-01-02" + mark + "5" + end);
      ASSERT_EQ(table.rows(), 2u) << mark;
      EXPECT_THAT(texts(table, 1), ElementsAre("2026-01-02", "5"));
    }
  }
}

// RFC 4180, section 2, rules 5 to 7.
TEST(Csv, QuotedFieldsHoldMarksQuotesAndLineEnds) {
  const auto table = read("a,b,c\r\n\"x,1\",\"say \"\"no\"\"\",\"two\r\nlines\"\r\n");
  EXPECT_THAT(texts(table, 1), ElementsAre("x,1", "say \"no\"", "two\r\nlines"));
}

TEST(Csv, DecimalCommasDoNotCutLinesInsideSemicolons) {
  const auto table = read("date;amount\n2026-01-02;1.234,50\n2026-01-03;2,75\n");
  EXPECT_THAT(texts(table, 1), ElementsAre("2026-01-02", "1.234,50"));
}

TEST(Csv, TheFirstLineMayNameTheSeparator) {
  EXPECT_THAT(texts(read("sep=|\na|b,c\n1|2,3\n"), 1), ElementsAre("1", "2,3"));
}

TEST(Csv, LeavesOutEmptyLinesAndFillsShortOnes) {
  const auto table = read("\xEF\xBB\xBF" "a,b,c\n\n1\n ,, \n4,5,6,\n");
  ASSERT_EQ(table.rows(), 3u);
  EXPECT_THAT(texts(table, 0), ElementsAre("a", "b", "c"));
  EXPECT_THAT(texts(table, 1), ElementsAre("1", "", ""));
  EXPECT_THAT(texts(table, 2), ElementsAre("4", "5", "6"));
}

TEST(Csv, FormulasStayTexts) { EXPECT_THAT(texts(read("a,b\n=1+1,@x\n"), 1), ElementsAre("=1+1", "@x")); }

TEST(Csv, RefusesWhatItCannotRead) {
  EXPECT_EQ(read_csv("").error().sentence, phrase::csv_empty);
  EXPECT_EQ(read_csv("\n\n").error().sentence, phrase::csv_empty);
  const auto open = read_csv("a,b\n1,2\n3,\"never closed\n5,6\n");
  EXPECT_EQ(open.error().sentence, phrase::csv_quote_open);
  EXPECT_THAT(open.error().blanks, ElementsAre("3"));
  EXPECT_EQ(read_csv("a,b\n1,2,3\n").error().sentence, phrase::csv_too_wide);
}

TEST(Csv, OneProvenMarkDecidesForItsColumn) {
  auto german = read("date;amount\nx;1.234\nx;1.234,50\nx;(2,75)\n");
  read_amounts(german, 1);
  EXPECT_EQ(german.at(1, 1), Value(1234.0));
  EXPECT_EQ(german.at(2, 1), Value(1234.5));
  EXPECT_EQ(german.at(3, 1), Value(-2.75));
  auto english = read("date;amount\nx;1.234\nx;12.5\n");
  read_amounts(english, 1);
  EXPECT_EQ(english.at(1, 1), Value(1.234));
}

TEST(Csv, AnUnprovenMarkStaysAText) {
  auto rows = read("date;amount\nx;1.234\nx;500\n");
  read_amounts(rows, 1);
  EXPECT_EQ(rows.at(1, 1), Value(std::string("1.234")));
  EXPECT_EQ(rows.at(2, 1), Value(500.0));
}

TEST(Csv, AColumnWithAWordAmongAmountsIsLeftAlone) {
  auto rows = read("a;b\nx;1,5\nx;none\n");
  read_amounts(rows, 1);
  EXPECT_EQ(rows.at(1, 1), Value(std::string("1,5")));
}

TEST(Csv, OrderOfDayAndMonthIsDecidedForTheColumn) {
  auto american = read("date,amount\n1/2/2026,1\n1/31/2026,1\n");
  read_days(american, 0);
  EXPECT_EQ(american.at(1, 0), Value(std::string("2026-01-02")));
  auto british = read("date,amount\n1/2/2026,1\n31/1/26,1\n");
  read_days(british, 0);
  EXPECT_EQ(british.at(1, 0), Value(std::string("2026-02-01")));
  EXPECT_EQ(british.at(2, 0), Value(std::string("2026-01-31")));
  auto german = read("date;amount\n1.2.2026;1\n");
  read_days(german, 0);
  EXPECT_EQ(german.at(1, 0), Value(std::string("2026-02-01")));
}

TEST(Csv, UnprovenOrContradictoryDatesAreLeftAlone) {
  auto open = read("date,amount\n1/2/2026,1\n");
  read_days(open, 0);
  EXPECT_EQ(open.at(1, 0), Value(std::string("1/2/2026")));
  auto mixed = read("date,amount\n13/2/2026,1\n2/13/2026,1\n");
  read_days(mixed, 0);
  EXPECT_EQ(mixed.at(1, 0), Value(std::string("13/2/2026")));
}

TEST(Encoding, IsToldFromTheBytes) {
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF" "a"), Encoding::utf8);
  EXPECT_EQ(encoding_of("plain"), Encoding::utf8);
  EXPECT_EQ(encoding_of("\xE9\x87\x91\xE9\xA2\x9D"), Encoding::utf8);              // 金额
  EXPECT_EQ(encoding_of("\xBD\xF0\xB6\xEE,\xC8\xD5\xC6\xDA\n"), Encoding::gb18030);  // 金额,日期 in GB2312
  EXPECT_EQ(encoding_of("B\xFCrobedarf;12,50\nCaf\xE9;3,00\n"), Encoding::windows1252);
  EXPECT_EQ(encoding_of(std::string_view("\xFF\xFE" "a\0", 4)), Encoding::utf16_little);
  EXPECT_EQ(encoding_of(std::string_view("\0a\0b\0c\0d", 8)), Encoding::utf16_big);
  EXPECT_EQ(encoding_of(std::string_view("a\0b\0c\0d\0", 8)), Encoding::utf16_little);
}

// Hostile files must end in a table or a fault, never in a hang or beyond the end.
TEST(Csv, AnyBytesEndInATableOrAFault) {
  unsigned state = 12345;
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (int i = 0; i < 200; ++i) {
      state = state * 1664525u + 1013904223u;
      static constexpr std::string_view letters = "\",;\t|\n\r=a1.\xFF\x80 ";
      bytes += letters[(state >> 16) % letters.size()];
    }
    encoding_of(bytes);
    if (auto table = read_csv(bytes)) {
      for (std::size_t column = 0; column < table.value().columns(); ++column) {
        read_amounts(table.value(), column);
        read_days(table.value(), column);
      }
    }
  }
}

}  // namespace
}  // namespace steward::intake
