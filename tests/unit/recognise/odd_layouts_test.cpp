#include "written.hpp"

// Layouts of other authors that were once read wrong.
namespace steward::recognise {
namespace {

TEST(OddLayouts, HaushaltsplanWithItsDeficitInFigures) {
  const auto book = sheet({"Haushaltsplan 2026", "Angaben in TEUR", "", "Haushaltsstelle|Bezeichnung|Ansatz 2026|Ergebnis 2024",
                           "'0.0200.100|Verwaltungsgebühren|120|118.4", "'0.0200.130|Mieteinnahmen|80|79.2",
                           "|Summe Einnahmen|200|197.6", "'0.0200.400|Personalausgaben|310|295.1",
                           "'0.0200.500|Unterhaltung|55|61.3", "'0.0200.540|Bewirtschaftung|40|39.9",
                           "|Summe Ausgaben|405|396.3", "|Zuschussbedarf|205|198.7"});
  expect(book, {{"C", AmountRole::budget, 200, 200, Nature::revenue},
                {"C", AmountRole::budget, 405, 405, Nature::expense},
                {"D", AmountRole::actual, 197.6, 197.6, Nature::revenue},
                {"D", AmountRole::actual, 396.3, 396.3, Nature::expense}});
}

// The budget of February is no sum of what January spent and had left.
TEST(OddLayouts, MonthsSideBySideAreNoSums) {
  const auto book = sheet({"|Jan|Jan|Jan|Feb|Feb|Feb", "Account|Budget|Actual|Var|Budget|Actual|Var", "Rent|100|90|10|100|95|5",
                           "Food|50|60|-10|50|45|5", "Total|150|150|0|150|140|10"});
  const auto result = recognise(book, {});
  for (const auto& column : result.tables.at(0).columns)
    if (column.role == AmountRole::budget || column.role == AmountRole::actual)
      EXPECT_FALSE(column.is_derived) << shown(book, result);
}

TEST(OddLayouts, ACopiedPivotCountsItsGroupsOnce) {
  const auto book = sheet({"Row Labels|Sum of Budget|Sum of Actual", "Sales|150|60", "Travel|100|40", "Phone|50|20", "Works|100|90",
                           "Tools|70|80", "Phone|30|10", "Grand Total|250|150"});
  expect(book, {{"B", AmountRole::budget, 250, 250}, {"C", AmountRole::actual, 150, 150}});
}

TEST(OddLayouts, ChaptersAboveTheirArticles) {
  const auto book = sheet({"Code|Libellé|BP 2026|CA 2024", "'011|Charges à caractère général|120|110", "'60|Achats|70|65",
                           "'61|Services|50|45", "'012|Charges de personnel|300|280", "Total dépenses||420|390"});
  expect(book, {{"C", AmountRole::budget, 420, 420}, {"D", AmountRole::budget, 390, 390}});
}

TEST(OddLayouts, TheSameYearOverTwoTables) {
  const auto book = sheet({"Charges|2026|Produits|2026", "Achats|100|Ventes|80", "Loyer|50|Dons|70", "Total|150|Total|150"});
  expect(book, {{"B", AmountRole::budget, 150, 150, Nature::expense}, {"D", AmountRole::budget, 150, 150, Nature::revenue}});
}

TEST(OddLayouts, AveragesAreNoAmounts) {
  const auto book = sheet({"Line|Jan|Feb|Mar|Total|Average", "Rent|10|10|10|30|10", "Staff|20|20|26|66|22", "Total|30|30|36|96|32"});
  const auto result = recognise(book, {});
  for (const auto& column : result.tables.at(0).columns) EXPECT_NE(column.column, 5) << shown(book, result);
}

TEST(OddLayouts, DepartmentBlocksWithOneGrandTotal) {
  const auto book = sheet({"Sales department", "Account|Budget|Actual", "Travel|100|40", "Phone|50|20", "Total Sales|150|60", "",
                           "Works department", "Account|Budget|Actual", "Tools|70|80", "Phone|30|10", "Total Works|100|90", "",
                           "Grand total|250|150"});
  expect(book, {{"B", AmountRole::budget, 150, 150}, {"C", AmountRole::actual, 60, 60}, {"B", AmountRole::budget, 100, 100},
                {"C", AmountRole::actual, 90, 90}});
  for (const auto& table : recognise(book, {}).tables) {
    EXPECT_FALSE(found(table, FindingKind::does_not_foot));
    for (const auto& column : table.columns) EXPECT_FALSE(column.nature) << "a sales department spends as others do";
  }
}

// Changes of a budget have both signs; that says nothing about the sign of the budget.
TEST(OddLayouts, PresupuestoWithModifications) {
  const auto book = sheet({"Presupuesto 2026 (miles de euros)", "Capítulo|Denominación|Inicial|Modificaciones|Definitivo|Obligaciones reconocidas|Pagos",
                           "1|Gastos de personal|1200|50|1250|900|850", "2|Gastos corrientes|800|-20|780|400|350",
                           "6|Inversiones reales|500|100|600|100|50", "|Total|2500|130|2630|1400|1250"});
  const auto result = recognise(book, {});
  EXPECT_TRUE(result.tables.at(0).questions.empty()) << shown(book, result);
  expect(book, {{"C", AmountRole::budget, 2500, 2500}, {"E", AmountRole::revised, 2630, 2630}, {"F", AmountRole::actual, 1400, 1400}});
}

TEST(OddLayouts, YearsMayFall) {
  const auto book = sheet({"Line|Q1|Q2|Q3|Q4|2026|2025", "Rent|10|10|10|10|40|38", "Staff|20|20|20|20|80|75", "Total|30|30|30|30|120|113"});
  expect(book, {{"B", AmountRole::budget, 30, 30}, {"C", AmountRole::budget, 30, 30}, {"D", AmountRole::budget, 30, 30},
                {"E", AmountRole::budget, 30, 30}, {"F", AmountRole::budget, 120, 120}, {"G", AmountRole::budget, 113, 113}});
}

TEST(OddLayouts, ProgramsThatAreAddedUpAreAmounts) {
  const auto book = sheet({"Expense|Program A|Program B|Admin|Total", "Salaries|100|80|40|220", "Rent|20|20|10|50", "Total|120|100|50|270"});
  expect(book, {{"B", AmountRole::budget, 120, 120}, {"C", AmountRole::budget, 100, 100}, {"D", AmountRole::budget, 50, 50}, {"E", AmountRole::budget, 270, 270}});
}

TEST(OddLayouts, LevelsSayWhatIsASum) {
  const auto book = sheet({"Level|Account|Budget 2026", "1|Company|600", "2|Personnel|500", "3|Salaries|400", "3|Social|100", "2|Premises|100", "3|Rent|80", "3|Power|20"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 1u);
  ASSERT_EQ(result.tables[0].columns.size(), 1u) << shown(book, result);
  EXPECT_EQ(result.tables[0].columns[0].total, money(600)) << shown(book, result);
}

TEST(OddLayouts, ATotalUnderASignOrAnUnknownWord) {
  expect(sheet({"Posten|Betrag", "Miete|100", "Strom|50", "∑|150"}), {{"B", AmountRole::budget, 150, 150}});
  const auto result = recognise(sheet({"Voce|Budget", "Affitto|100", "Luce|50", "Tutto|150"}), {});
  EXPECT_TRUE(result.tables.at(0).columns.at(0).question) << "300 would be wrong, and nobody can know";
}

TEST(OddLayouts, AYearAloneAboveItsTable) {
  const auto book = sheet({"2025", "Account|Budget", "Rent|100", "Staff|200", "Total|300", "", "", "", "2026", "Account|Budget", "Rent|110", "Staff|220", "Total|330"});
  const auto result = recognise(book, {});
  ASSERT_EQ(result.tables.size(), 2u) << shown(book, result);
  EXPECT_EQ(result.tables[0].columns.at(0).year, 2025);
  EXPECT_EQ(result.tables[1].columns.at(0).year, 2026);
}

TEST(OddLayouts, AYearAmongMonths) {
  const auto book = sheet({"Line|2026|Jan|Feb|Mar", "Rent|30|10|10|10", "Staff|66|20|20|26", "Total|96|30|30|36"});
  expect(book, {{"B", AmountRole::budget, 96, 96}, {"C", AmountRole::budget, 30, 30}, {"D", AmountRole::budget, 30, 30}, {"E", AmountRole::budget, 36, 36}});
}

TEST(OddLayouts, ATotalBelowDates) {
  const auto book = sheet({"Date|What|Amount", "@46023|Taxi|100", "@46024|Hotel|200", "@46025|Lunch|30", "Total||330"});
  expect(book, {{"C", AmountRole::budget, 330, 330}});
}

// Months beside an annual budget that do not add up to it are not said to be its phasing.
TEST(OddLayouts, MonthsBesideAnAnnualBudget) {
  const auto tracker = sheet({"Item|Budget|Jan|Feb", "Rent|1200|100|100", "Food|600|40|70", "Total|1800|140|170"});
  expect(tracker, {{"B", AmountRole::budget, 1800, 1800}});
  const auto phased = sheet({"Item|Budget|Q1|Q2|Q3|Q4", "Rent|1200|300|300|300|300", "Food|600|100|100|200|200", "Total|1800|400|400|500|500"});
  EXPECT_EQ(recognise(phased, {}).tables.at(0).columns.at(1).role, AmountRole::budget);
}

}  // namespace
}  // namespace steward::recognise
