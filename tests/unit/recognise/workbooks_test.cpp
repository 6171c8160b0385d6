#include "written.hpp"

// Budgets as companies, charities, schools and town halls keep them, each with what a controller reads in it.
namespace steward::recognise {
namespace {

using enum AmountRole;
constexpr auto expense = Nature::expense, revenue = Nature::revenue;

TEST(Workbooks, TownHallInThousandsWithThreeYears) {
  const auto book = sheet({"Haushaltsplan 2026 der Gemeinde Musterdorf", "Angaben in TEUR", "",
                           "Nr.|Bezeichnung|Ergebnis 2024|Ansatz 2025|Ansatz 2026", "|*Erträge",
                           "1|Steuern und Abgaben|4210|4300|4455", "2|Zuwendungen|1200|1250|1190",
                           "3|Gebühren|640|655|660", "|*Summe Erträge|6050|6205|6305", "|*Aufwendungen",
                           "4|Personalaufwendungen|2100|2200|2310", "5|Sachaufwendungen|1450|1500|1580",
                           "6|Transferaufwendungen|2300|2350|2405", "|*Summe Aufwendungen|5850|6050|6295",
                           "|*Ordentliches Ergebnis|200|155|10"});
  expect(book, {{"C", actual, 6050, 6050, revenue},
                {"D", budget, 6205, 6205, revenue},
                {"E", budget, 6305, 6305, revenue},
                {"C", actual, 5850, 5850, expense},
                {"D", budget, 6050, 6050, expense},
                {"E", budget, 6295, 6295, expense}});
  const auto table = recognise(book, {}).tables.at(0);
  EXPECT_EQ(table.columns.front().unit_factor, 1000);
}

TEST(Workbooks, ChargesLeftAndIncomeRightInOneHeader) {
  const auto book = sheet({"Budget prévisionnel 2026", "", "CHARGES|Montant|PRODUITS|Montant",
                           "Achats|1200|Cotisations|2500", "Loyer|3600|Subvention mairie|4000",
                           "Assurance|450|Dons|750", "Déplacements|1000", "Salaires|1000", "TOTAL|7250|TOTAL|7250"});
  expect(book, {{"B", budget, 7250, 7250, expense}, {"D", budget, 7250, 7250, revenue}});
}

TEST(Workbooks, GovernmentRevenueAndExpenditureSideBySide) {
  auto book = sheet({"部门收支预算总表", "单位：万元", "收入||支出", "项目|预算数|项目|预算数", "一般公共预算拨款|850.5|基本支出|600",
                     "事业收入|120|项目支出|350.5", "其他收入|30|上缴支出|50", "本年收入合计|1000.5|本年支出合计|1000.5"});
  merge(book, 2, 0, 2, 1);
  merge(book, 2, 2, 2, 3);
  expect(book, {{"B", budget, 1000.5, 1000.5, revenue}, {"D", budget, 1000.5, 1000.5, expense}});
}

TEST(Workbooks, AccountsAsATreeOfCodes) {
  const auto book = sheet({"支出预算表", "科目编码|科目名称|合计|基本支出|项目支出", "'201|一般公共服务支出|500|300|200",
                           "'20103|政府办公厅|350|250|100", "'2010301|行政运行|250|250|0", "'2010302|一般行政管理事务|100|0|100",
                           "'20106|财政事务|150|50|100", "'2010601|行政运行|50|50|0", "'2010602|预算改革业务|100|0|100",
                           "'208|社会保障支出|80|80|0", "'20805|养老支出|80|80|0", "'2080505|养老保险|50|50|0",
                           "'2080506|职业年金|30|30|0", "合计||580|380|200"});
  expect(book, {{"C", budget, 580, 580}, {"D", budget, 380, 380}, {"E", budget, 200, 200}});
}

TEST(Workbooks, QuarterTotalsBetweenTheMonths) {
  const auto book = sheet({"Account|Jan|Feb|Mar|Q1|Apr|May|Jun|Q2|Total", "Rent|10|10|10|30|11|11|11|33|63",
                           "Staff|50|50|52|152|52|52|52|156|308", "Travel|5|0|7|12|3|4|5|12|24",
                           "Total|65|60|69|194|66|67|68|201|395"});
  expect(book, {{"B", budget, 65, 65},
                {"C", budget, 60, 60},
                {"D", budget, 69, 69},
                {"E", budget, 194, 194},
                {"F", budget, 66, 66},
                {"G", budget, 67, 67},
                {"H", budget, 68, 68},
                {"I", budget, 201, 201},
                {"J", budget, 395, 395}});
  const auto recognition = recognise(book, {});
  for (const int derived : {4, 8, 9}) EXPECT_TRUE(recognition.tables.at(0).columns.at(derived - 1).is_derived) << derived;
}

TEST(Workbooks, BudgetActualAndVarianceUnderEachMonth) {
  auto book = sheet({"|January|||February", "Department|Budget|Actual|Variance|Budget|Actual|Variance",
                     "Sales|100|90|10|110|120|-10", "Service|60|55|5|60|58|2", "Total|160|145|15|170|178|-8"});
  merge(book, 0, 1, 0, 3);
  merge(book, 0, 4, 0, 6);
  expect(book, {{"B", budget, 160, 160}, {"C", actual, 145, 145}, {"E", budget, 170, 170}, {"F", actual, 178, 178}});
}

TEST(Workbooks, IncomeAndExpensesSideBySideWithAGap) {
  const auto book = sheet({"School budget 2025/26", "", "Income|Budget||Expenditure|Budget", "Government grant|90000||Teachers|70000",
                           "Parents|8000||Books|6000", "Fundraising|2000||Heating|9000", "||||",
                           "Total income|100000||Total expenditure|85000"});
  expect(book, {{"B", budget, 100000, 100000, revenue}, {"E", budget, 85000, 85000, expense}});
}

TEST(Workbooks, CashFlowWithBalances) {
  const auto book = sheet({"Cash flow forecast|Jan|Feb|Mar", "Opening balance|500|650|700", "Receipts", "Sales|1000|900|1100",
                           "Grants|200|200|200", "Total receipts|1200|1100|1300", "Payments", "Wages|800|800|800",
                           "Rent|250|250|250", "Total payments|1050|1050|1050", "Net cash flow|150|50|250",
                           "Closing balance|650|700|950"});
  expect(book, {{"B", budget, 1200, 1200, revenue},
                {"C", budget, 1100, 1100, revenue},
                {"D", budget, 1300, 1300, revenue},
                {"B", budget, 1050, 1050, expense},
                {"C", budget, 1050, 1050, expense},
                {"D", budget, 1050, 1050, expense}});
}

TEST(Workbooks, DonorBudgetWithUnitsAndOverhead) {
  const auto book = sheet({"Budget line|Unit|# of units|Unit cost (USD)|Total (USD)", "*1. Personnel", "1.1 Manager|month|12|2000|24000=C3*D3",
                           "1.2 Driver|month|12|500|6000=C4*D4", "*Subtotal 1||||30000=SUM(E3:E4)", "*2. Activities",
                           "2.1 Workshops|workshop|4|1500|6000=C7*D7", "2.2 Printing|piece|1000|2.5|2500=C8*D8",
                           "*Subtotal 2||||8500=SUM(E7:E8)", "Indirect costs (7%)||||2695=(E5+E9)*0.07",
                           "*GRAND TOTAL||||41195=E5+E9+E10"});
  expect(book, {{"E", budget, 41195, 41195}});
}

TEST(Workbooks, EuropeanTextAmounts) {
  const auto book = sheet({"Posten|Plan 2026|Ist 2026", "Miete|12.000,00 €|11.500,50 €", "Strom|1.850,75 €|(200,25) €",
                           "Telefon|600,00 €|550,00 €", "Summe|14.450,75 €|11.850,25 €"});
  expect(book, {{"B", budget, 14450.75, 14450.75}, {"C", actual, 11850.25, 11850.25}});
  EXPECT_TRUE(found(recognise(book, {}).tables.at(0), FindingKind::text_amount));
}

TEST(Workbooks, DepartmentsAcrossWithTheirTotal) {
  const auto book = sheet({"Account|Sales|IT|Administration|Total", "Salaries|500|300|200|1000", "Travel|80|20|10|110",
                           "Software|10|90|20|120", "Total|590|410|230|1230"});
  expect(book, {{"B", budget, 590, 590}, {"C", budget, 410, 410}, {"D", budget, 230, 230}, {"E", budget, 1230, 1230}});
}

TEST(Workbooks, HeadcountIsNoMoney) {
  const auto book = sheet({"Position|FTE|Annual salary|Total cost", "Teacher|12|40000|480000", "Assistant|4.5|24000|108000",
                           "Caretaker|1|30000|30000", "Total|17.5||618000"});
  expect(book, {{"D", budget, 618000, 618000}});
}

TEST(Workbooks, AmountsThatLookLikeYears) {
  const auto book = sheet({"Line item|2024 Actual|2025 Budget", "Copier|1998|2025", "Phones|2010|2020", "Paper|1975|1999", "Total|5983|6044"});
  expect(book, {{"B", actual, 5983, 5983}, {"C", budget, 6044, 6044}});
}

TEST(Workbooks, BlocksOfDepartmentsWithAGrandTotal) {
  const auto book = sheet({"*Sales", "Item|Budget|Actual", "Travel|100|80", "Ads|300|350", "Total Sales|400=SUM(B3:B4)|430=SUM(C3:C4)",
                           "", "*IT", "Item|Budget|Actual", "Licences|250|200", "Hosting|150|140",
                           "Total IT|400=SUM(B9:B10)|340=SUM(C9:C10)", "", "Grand total|800=B5+B11|770=C5+C11"});
  expect(book, {{"B", budget, 800, 800}, {"C", actual, 770, 770}});
}

TEST(Workbooks, ExecutionOfAPublicBudget) {
  const auto book = sheet({"预算执行情况表", "科目|年初预算|调整数|调整后预算|累计执行数|执行率", "工资福利支出|500|20|520|260|50%",
                           "商品和服务支出|300|-10|290|145|50%", "资本性支出|200|0|200|40|20%", "合计|1000|10|1010|445|44%"});
  expect(book, {{"B", budget, 1000, 1000}, {"D", revised, 1010, 1010}, {"E", actual, 445, 445}}, false);
}

TEST(Workbooks, SpanishExecution) {
  const auto book = sheet({"Partida|Concepto|Aprobado|Modificado|Comprometido|Devengado|Pagado|Por ejercer", "'1000|Servicios personales|5000|5200|5200|2600|2500|2600",
                           "'2000|Materiales|800|700|300|250|200|450", "'3000|Servicios generales|1200|1300|900|600|550|700", "|Total|7000|7200|6400|3450|3250|3750"});
  expect(book, {{"C", budget, 7000, 7000}, {"D", revised, 7200, 7200}, {"E", committed, 6400, 6400}, {"F", actual, 3450, 3450}});
}

TEST(Workbooks, OriginalTransfersRevisedAndAvailable) {
  const auto book = sheet({"Account|Original budget|Transfers|Revised budget|Commitments|Actual|Available", "Fuel|1000|200|1200|100|800|300",
                           "Repairs|700|-200|500|0|450|50", "Tyres|300|0|300|50|100|150", "Total|2000|0|2000|150|1350|500"});
  expect(book, {{"B", budget, 2000, 2000}, {"D", revised, 2000, 2000}, {"E", committed, 150, 150}, {"F", actual, 1350, 1350}}, false);
}

TEST(Workbooks, YearsDownTheSideWithTwoAmounts) {
  const auto book = sheet({"Year|Account|Budget|Actual", "2024|Rent|100|100", "2024|Staff|500|480", "2025|Rent|110|50", "2025|Staff|520|260"});
  expect(book, {{"C", budget, 600}, {"D", actual, 580}, {"C", budget, 630}, {"D", actual, 310}});
}

TEST(Workbooks, BudgetAndActualAsRowsOfOneColumn) {
  const auto book = sheet({"Account|Type|Jan|Feb|Mar", "Rent|Budget|10|10|10", "Rent|Actual|10|11|9", "Staff|Budget|50|50|50", "Staff|Actual|49|52|50"});
  expect(book, {{"C", budget, 60}, {"D", budget, 60}, {"E", budget, 60}, {"C", actual, 59}, {"D", actual, 63}, {"E", actual, 59}});
}

TEST(Workbooks, MonthsDownWithBudgetAndActual) {
  const auto book = sheet({"Month|Budget|Actual|Variance", "January|100|90|10", "February|100|110|-10", "March|120|100|20", "Total|320|300|20"});
  expect(book, {{"B", budget, 320, 320}, {"C", actual, 300, 300}});
}

TEST(Workbooks, SectionsWithTheirOwnTotalAbove) {
  const auto book = sheet({"Programme|Budget", "*Education|900=SUM(B3:B5)", "Primary|400", "Secondary|350", "Adult|150", "*Health|700=SUM(B7:B8)", "Clinics|450",
                           "Vaccines|250", "*Total|1600=B2+B6"});
  expect(book, {{"B", budget, 1600, 1600}});
}

TEST(Workbooks, ExpensesAsNegativesBesideRevenue) {
  const auto book = sheet({"Konto|Plan", "Erlöse", "Beratung|5000", "Schulung|3000", "Summe Erlöse|8000", "Kosten", "Personal|-4000", "Miete|-1200", "Summe Kosten|-5200", "Ergebnis|2800"});
  expect(book, {{"B", budget, 8000, 8000, revenue}, {"B", budget, -5200, -5200, expense}});
  const auto table = recognise(book, {}).tables.at(0);
  EXPECT_TRUE(found(table, FindingKind::sign_flip));
  EXPECT_EQ(amount_of(book, table, table.columns.at(1), 2, 2).value(), money(4000));
}

TEST(Workbooks, SummaryThatContradictsItsTables) {
  const auto book = sheet({"Summary|Budget", "Income|900", "Expenses|700", "Result|200", "", "", "", "*Income", "Item|Budget", "Fees|500", "Grants|300",
                           "Total income|800", "", "", "", "*Expenses", "Item|Budget", "Rent|400", "Staff|300", "Total expenses|700"});
  const auto tables = recognise(book, {}).tables;
  ASSERT_EQ(tables.size(), 3u);
  EXPECT_EQ(std::ranges::count(tables[0].findings, FindingKind::contradiction, &Finding::kind), 1) << shown(book, recognise(book, {}));
}

}  // namespace
}  // namespace steward::recognise
