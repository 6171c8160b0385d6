#include "written.hpp"

// A block that may be read in two ways is read in the one whose totals foot.
namespace steward::recognise {
namespace {

TEST(Rivals, AHeaderWithANumberInIt) {  // "1": the pieces of one board
  const auto book = sheet({"Part|Source|1|Price x50|Cost x50|Price x100|Cost x100", "Cap|D|1|0.5|0.5=D2*C2|0.4|0.4=F2*C2", "Resistor|D|4|0.25|1=D3*C3|0.2|0.8=F3*C3",
                           "Antenna|S|2|1.5|3=D4*C4|1.4|2.8=F4*C4", "Board|S|1|6|6=D5*C5|3|3=F5*C5", "", "||Cost of a board|10.5=SUM(E2:E5)|7=SUM(G2:G5)"});
  expect(book, {{"E", AmountRole::budget, 10.5, 10.5}, {"G", AmountRole::budget, 7, 7}});
}

TEST(Rivals, AFirstRowWithANought) {
  const auto book = sheet({"InOrOut|Category|Account|Budget|0", "In|Gifts|4001|14000|1=IF(B2=B1;E1;E1+1)", "In|Pledges|4010|369050|2=IF(B3=B2;E2;E2+1)", "Out|Music|5010|1300|3=IF(B4=B3;E3;E3+1)",
                           "Out|Staff|5020|20000|4=IF(B5=B4;E4;E4+1)", "Out|Staff|5030|1530|4=IF(B6=B5;E5;E5+1)"});
  const auto result = recognise(book, {});
  const auto* budget = column_of(result, 3);
  ASSERT_TRUE(budget) << shown(book, result);
  EXPECT_EQ(budget->header, "Budget") << shown(book, result);
  EXPECT_FALSE(budget->question) << shown(book, result);
}

TEST(Rivals, AHeaderDoesNotSettleWhatIsSetOff) {  // nothing says which side of "Buffer" is income
  const auto book = sheet({"Month|2||budget", "pay|0||3500", "transfer|0||2000", "flat|0||700", "food|0||200", "||Buffer|600=D2-SUM(D3:D5)", "Monthly Balance|0=B2-SUM(B3:B5)||"});
  const auto result = recognise(book, {});
  const auto* budget = column_of(result, 3);
  ASSERT_TRUE(budget) << shown(book, result);
  EXPECT_TRUE(budget->question) << shown(book, result);
}

TEST(Rivals, AListAndItsPivotAreTwoTables) {
  const auto book = sheet({"Term|Name|Amount", "Fall|Hall|2663.75", "Fall|Bus|186.96", "Spring|Hall|1590", "Spring|Bus|2954.56", "", "|Fall|Spring|Year", "Hall|2663.75|1590|0",
                           "Bus|186.96|2954.56|0", "All|2850.71=SUM(B8:B9)|4544.56=SUM(C8:C9)|"});
  expect(book, {{"C", AmountRole::budget, 7395.27}, {"B", AmountRole::budget, 2850.71, 2850.71}, {"C", AmountRole::budget, 4544.56, 4544.56}});
}

TEST(Rivals, ALineIsNoHeaderThoughItsTotalsWouldFoot) {
  const auto book = sheet({"Campaign|Budget|Planned|Note", "Fashion|1500|1276|N/A", "Fashion|1500=B2|1276=C2|N/A", "Eyewear|400|275|N/A", "All|1900=B3+B4|1551=C3+C4|N/A"});
  const auto result = recognise(book, {});
  for (const auto& table : result.tables)
    for (const auto& column : table.columns) EXPECT_EQ(column.header.find("1500"), std::string::npos) << shown(book, result);
}

}  // namespace
}  // namespace steward::recognise
