#include "written.hpp"

// What is wrong in a workbook is said, of each kind, with its cell.
namespace steward::recognise {
namespace {

std::vector<Finding> all_findings(const Recognition& result) {
  std::vector<Finding> all = result.findings;
  for (const auto& table : result.tables) all.insert(all.end(), table.findings.begin(), table.findings.end());
  return all;
}

/// The finding of that kind in a cell, rows and columns from 0; nothing where it is not there.
std::optional<Finding> finding(const workbook::Snapshot& book, FindingKind kind, int row, int column) {
  for (const auto& found : all_findings(recognise(book, {})))
    if (found.kind == kind && found.at.row == row && found.at.column == column) return found;
  return std::nullopt;
}

#define EXPECT_FOUND(book, kind, row, column) \
  EXPECT_TRUE(finding(book, FindingKind::kind, row, column)) << shown(book, recognise(book, {}))

TEST(Findings, ATotalThatDoesNotFootAndByHowMuch) {
  const auto book = sheet({"Item|Budget|Actual", "Rent|100|90", "Power|50|60", "Total|160|150"});
  const auto found = finding(book, FindingKind::does_not_foot, 3, 1);
  ASSERT_TRUE(found) << shown(book, recognise(book, {}));
  EXPECT_EQ(found->expected, money(150));
  EXPECT_EQ(found->found, money(160));
  EXPECT_FALSE(finding(book, FindingKind::does_not_foot, 3, 2));
}

TEST(Findings, FiguresStoredAsText) {
  EXPECT_FOUND(sheet({"Item|Budget", "Rent|100", "Power|'1,234.56", "Total|100=SUM(B2:B3)"}), text_amount, 2, 1);
}

TEST(Findings, ErrorCells) {
  EXPECT_FOUND(sheet({"Item|Budget", "Rent|100", "Power|#REF!", "Water|20", "Total|120"}), error_cell, 2, 1);
}

TEST(Findings, DoubleCounting) {
  EXPECT_FOUND(sheet({"Item|Budget", "Rent|100", "Power|50", "Subtotal|150=SUM(B2:B3)", "Travel|30", "Total|330=SUM(B2:B5)"}), double_counting, 5, 1);
}

TEST(Findings, DuplicateHeaders) {
  EXPECT_FOUND(sheet({"Item|Budget|Budget", "Rent|100|110", "Power|50|60", "Water|5|6"}), duplicate_header, 0, 2);
}

TEST(Findings, DuplicateKeys) {
  EXPECT_FOUND(sheet({"Code|Item|Budget", "'4100|Rent|100", "'4200|Power|50", "'4100|Rent|70"}), duplicate_key, 3, 1);
}

TEST(Findings, MixedUnits) {
  EXPECT_FOUND(sheet({"Item|Budget", "Rent|€:100", "Power|€:50", "Licence|$:70"}), mixed_units, 3, 1);
}

TEST(Findings, MixedSigns) {
  EXPECT_FOUND(sheet({"Expenses|Budget", "Rent|100", "Power|50", "Water|-20", "Travel|30", "Total expenses|160"}), mixed_signs, 3, 1);
}

TEST(Findings, ExpensesHeldAsNegatives) {
  EXPECT_FOUND(sheet({"Item|Budget", "Income|", "Sales|900", "Grants|100", "Total income|1000", "Expenses|", "Rent|-400", "Wages|-300", "Total expenses|-700",
                      "Balance|300"}),
               sign_flip, 6, 1);
}

TEST(Findings, HiddenRowsAndSheets) {
  auto rows = sheet({"Item|Budget", "Rent|100", "Power|50", "Water|20"});
  rows.sheets.front().hidden_rows = {{2, 2}};
  EXPECT_FOUND(rows, hidden, 2, 0);
  auto hidden_sheet = sheet({"Item|Budget", "Rent|100", "Power|50", "Water|20"});
  hidden_sheet.sheets.front().hidden = true;
  EXPECT_FOUND(hidden_sheet, hidden, 0, 0);
}

TEST(Findings, EmptyTemplates) {
  EXPECT_FOUND(sheet({"Item|Budget|Actual", "Rent||", "Power||", "Total|0=SUM(B2:B3)|0=SUM(C2:C3)"}), empty_template, 0, 0);
}

TEST(Findings, WordsAmongAmounts) {
  EXPECT_FOUND(sheet({"Item|Budget|Actual", "Rent|100|90", "Power|see the contract|60", "Water|20|10", "Heating|30|30"}), unreadable, 2, 1);
}

// Each way to write an amount or to name a column that workbooks of the wild have shown.
TEST(Finds, AmountsInWordsOfManyKinds) {
  expect(sheet({"Item|Budget", "A|'40,800,000", "B|'1,234.56", "C|'(500)"}), {{"B", AmountRole::budget, 40800734.56}});
  expect(sheet({"Posten|Ansatz", "A|'1.234,56", "B|'2.000,00"}), {{"B", AmountRole::budget, 3234.56}});
  expect(sheet({"项目|预算", "装修|'¥3万", "家具|'¥1.5万", "其他|2000"}), {{"B", AmountRole::budget, 47000}});
}

TEST(Finds, VersionsInChineseAndSpanish) {
  const auto chinese = sheet({"项目|理想|预估|实际", "装修|100|120|90", "家具|50|60|70"});
  EXPECT_EQ(recognise(chinese, {}).tables.at(0).columns.size(), 3u) << shown(chinese, recognise(chinese, {}));
  expect(chinese, {{"B", AmountRole::budget, 150}, {"C", AmountRole::estimate, 180}, {"D", AmountRole::actual, 160}});
  const auto spanish = sheet({"Programa|Aprobado|Modificado|Comprometido|Devengado|Pagado", "A|100|110|90|80|70", "B|50|60|40|30|20"});
  expect(spanish, {{"B", AmountRole::budget, 150}, {"C", AmountRole::revised, 170}, {"D", AmountRole::committed, 130}, {"E", AmountRole::actual, 110}});
}

TEST(Finds, MonthsOfFiveTonguesAndDays) {
  for (const char* header : {"Compte|Janvier|Février|Mars|Août|Décembre", "Konto|Jänner|Februar|März|Mai|Dezember", "Cuenta|Enero|Febrero|Marzo|Agosto|Diciembre",
                             "Account|Jan|Feb|March|Aug|Dec", "科目|1月|二月|3月|8月|十二月"}) {
    const auto book = sheet({header, "A|1|2|3|4|5", "B|1|2|3|4|5"});
    const auto result = recognise(book, {});
    ASSERT_EQ(result.tables.size(), 1u) << header;
    for (const auto& column : result.tables[0].columns) {
      ASSERT_TRUE(column.period) << header << shown(book, result);
      EXPECT_EQ(column.period->kind, PeriodKind::month) << header;
    }
  }
  workbook::Snapshot book;
  auto& cells = book.sheets.emplace_back("May 2026", 4, 40);
  cells.set_text(0, 0, "Item");
  for (int row = 1; row <= 3; ++row) cells.set_text(row, 0, "Line " + std::to_string(row));
  for (int day = 1; day <= 31; ++day) {
    cells.set_number(0, day, day, workbook::Format::number);
    for (int row = 1; row <= 3; ++row) cells.set_number(row, day, 10 + row, workbook::Format::number);
  }
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  ASSERT_EQ(result.tables[0].columns.size(), 31u);
  EXPECT_EQ(result.tables[0].columns[30].period->kind, PeriodKind::day);
}

TEST(Finds, LevelsEmptyKeysAndOfWhich) {
  expect(sheet({"Level|Item|Budget", "1|Staff|150", "2|Wages|100", "2|Pensions|50", "1|House|70", "2|Rent|60", "2|Power|10"}),
         {{"C", AmountRole::budget, 220}});
  expect(sheet({"Item|Budget", "Wages|100", "Pensions|50", "|150", "Rent|60", "Power|10", "|70"}), {{"B", AmountRole::budget, 220}});
  expect(sheet({"Item|Budget", "Wages|100", "of which overtime|20", "Rent|60", "davon Heizung|15", "Total|160"}), {{"B", AmountRole::budget, 160, 160}});
}

TEST(Finds, TheFactorThatTheUserSays) {
  const auto book = sheet({"Item|Budget in thousands", "Rent|100", "Power|50"});
  for (const auto& [answer, factor] : {std::pair{"1000000", 1e6}, {"1", 1}, {"nonsense", 1000}, {"-1", 1000}})
    EXPECT_EQ(recognise(book, {.answers = {{"factor", answer}}}).tables.at(0).columns.at(0).unit_factor, factor) << answer;
}

TEST(Finds, UnitsInHeaders) {
  for (const auto& [header, factor] : {std::pair{"预算（万元）", 10000.0}, {"Budget (kEUR)", 1000.0}, {"Budget in thousands", 1000.0}}) {
    const auto book = sheet({(std::string("Item|") + header).c_str(), "Rent|100", "Power|50"});
    EXPECT_EQ(recognise(book, {}).tables.at(0).columns.at(0).unit_factor, factor) << header;
  }
}

}  // namespace
}  // namespace steward::recognise
