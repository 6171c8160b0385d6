#include "ledger/actuals.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "table_source.hpp"
#include "tables/tables.gen.hpp"
#include "words/keywords.hpp"

namespace steward::ledger {
namespace {

double day(int year, unsigned month, unsigned of_month) {
  return static_cast<double>((date(year, month, of_month) - date(1899, 12, 30)).count());
}

std::string operator""_s(const char* text, std::size_t size) {
  return {text, size};
}

// Five postings and the end mark: travel 10 in January and 5.5 in March, a commitment, rent, and an unlisted key.
Table postings() {
  return table({{"Id"_s, "Date"_s, "Account"_s, "Department"_s, "Stage"_s, "Amount"_s},
                {"P1"_s, day(2025, 1, 31), "Travel"_s, "Sales"_s, "actual"_s, 10.0},
                {"P2"_s, day(2025, 3, 1), " ＴＲＡＶＥＬ "_s, "IT"_s, "实际发生"_s, 5.5},
                {"P3"_s, day(2025, 3, 2), "travel"_s, "IT"_s, "commitment"_s, 100.0},
                {"P4"_s, day(2025, 2, 1), "Rent"_s, "IT"_s, "actual"_s, 70.0},
                {"P5"_s, day(2025, 2, 28), "Gifts"_s, "IT"_s, "actual"_s, -1.0},
                {"■"_s, Blank{}, Blank{}, Blank{}, Blank{}, Blank{}}});
}

Table months() {
  return table({{day(2025, 1, 1), day(2025, 2, 1), day(2025, 3, 1)}});
}

TEST(Actuals, AreRowsByPeriodsWithEverythingAndTheUnlisted) {
  const TableSource ledger(postings());
  const auto result = actuals(ledger, table({{"Travel"_s}, {"rent"_s}, {"Empty"_s}, {"?"_s}, {"*"_s}}), months());
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result.value(),
            table({{10.0, 0.0, 5.5}, {0.0, 70.0, 0.0}, {0.0, 0.0, 0.0}, {0.0, -1.0, 0.0}, {10.0, 69.0, 5.5}}));
}

TEST(Actuals, GiveABlockForEachStageOverAllDates) {
  const TableSource ledger(postings());
  const auto result = actuals(ledger, table({{"Travel"_s}, {"*"_s}}), table({{"*"_s}}), {},
                              table({{"actual"_s, "commitment"_s, "追加"_s}}));
  EXPECT_EQ(result.value(), table({{15.5, 100.0, 0.0}, {84.5, 100.0, 0.0}}));
}

TEST(Actuals, ReadLabelsOfTheCalendar) {
  const TableSource ledger(postings());
  const auto result = actuals(ledger, table({{"*"_s}}), table({{"FY2024-P10"_s, "FY2024-Q4"_s, "fy2024"_s, Blank{}}}),
                              {}, {}, {}, {}, table({{4.0, "monthly"_s}}));
  EXPECT_EQ(result.value(), table({{10.0, 84.5, 84.5, Blank{}}}));
}

TEST(Actuals, TakeLastDaysFromASecondRow) {
  const TableSource ledger(postings());
  const auto result = actuals(ledger, table({{"*"_s}}),
                              table({{day(2025, 1, 1), day(2025, 2, 2)}, {day(2025, 2, 1), day(2025, 2, 28)}}));
  EXPECT_EQ(result.value(), table({{80.0, -1.0}}));
}

TEST(Actuals, GiveAParentItsWholeSubtreeOverSeveralFields) {
  const TableSource ledger(postings());
  const auto tree = table({{"Travel"_s, "Overheads"_s}, {"Rent"_s, "Overheads"_s}, {"IT"_s, "Company"_s}});
  const auto result = actuals(
      ledger, table({{"Overheads"_s, "IT"_s}, {"Overheads"_s, Blank{}}, {Blank{}, "Company"_s}, {"?"_s, Blank{}}}),
      table({{"*"_s}}), table({{"Account"_s, "Department"_s}}), {}, tree);
  EXPECT_EQ(result.value(), table({{75.5}, {85.5}, {74.5}, {0.0}}));
}

TEST(Actuals, FilterByFieldAndValue) {
  const TableSource ledger(postings());
  const auto filters = table({{"Department"_s, "IT"_s}, {"Account"_s, "rent"_s}, {"Account"_s, "Travel"_s}});
  EXPECT_EQ(actuals(ledger, table({{"*"_s}}), table({{"*"_s}}), {}, {}, {}, filters).value(), table({{75.5}}));
}

TEST(Actuals, CountEveryPostingAsActualWithoutAStageColumn) {
  const TableSource ledger(table({{"日期"_s, "科目"_s, "金额"_s}, {day(2025, 1, 5), 6601.0, 3.0}}));
  EXPECT_EQ(actuals(ledger, table({{"6601"_s}}), months()).value(), table({{3.0, 0.0, 0.0}}));
}

struct Refused {
  const char* why;
  std::size_t row, column;
  Value value;
  FaultKind kind;
};

TEST(Actuals, AreLoudAboutWhatCannotBeRead) {
  const Refused cases[] = {{"text amount", 2, 5, "5,50 EUR"_s, FaultKind::value},
                           {"amount without a date", 2, 1, Blank{}, FaultKind::value},
                           {"text date", 2, 1, "in March"_s, FaultKind::value},
                           {"unknown stage", 2, 4, "spent"_s, FaultKind::argument},
                           {"no amount column", 0, 5, "Sum"_s, FaultKind::argument}};
  for (const auto& refused : cases) {
    Table damaged = postings();
    damaged.at(refused.row, refused.column) = refused.value;
    const auto result = actuals(TableSource(damaged), table({{"*"_s}}), months());
    ASSERT_TRUE(result.has_error()) << refused.why;
    EXPECT_EQ(result.error().kind, refused.kind) << refused.why;
  }
}

TEST(Actuals, RefuseATreeThatGoesRound) {
  const auto tree = table({{"A"_s, "B"_s}, {"B"_s, "A"_s}});
  EXPECT_TRUE(actuals(TableSource(postings()), table({{"A"_s}}), months(), {}, {}, tree).has_error());
}

TEST(Actuals, DoNotLoseCentsToRounding) {
  Table ledger = table({{"date"_s, "key"_s, "amount"_s}});
  for (int i = 0; i < 1000; ++i) ledger.append({day(2025, 1, 1), "k"_s, 0.1});
  ledger.append({day(2025, 1, 1), "k"_s, 1e15});
  ledger.append({day(2025, 1, 1), "k"_s, -1e15});
  EXPECT_EQ(actuals(TableSource(ledger), table({{"k"_s}}), months()).value().at(0, 0), Value(100.0));
}

// The alias list is published: whatever heads the Ledger sheet, in either language, is read as that column.
TEST(LedgerFields, KnowTheHeadersOfOurOwnLedger) {
  for (const auto& column : tables::ledger_columns) {
    if (column.type == tables::ColumnType::dimension) continue;
    for (const auto header : {column.code, column.english, column.chinese}) {
      const auto field = read_keyword<LedgerField>(header);
      ASSERT_TRUE(field.has_value()) << header;
      EXPECT_EQ(code_of(field.value()), column.code) << header;
    }
  }
}

}  // namespace
}  // namespace steward::ledger
