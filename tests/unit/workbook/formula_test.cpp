#include <gtest/gtest.h>

#include "workbook/snapshot.hpp"

namespace steward::workbook {
namespace {

Snapshot workbook() {
  Snapshot snapshot;
  for (const char* name : {"Sheet1", "Budget 2025", "预算", "It's"}) snapshot.sheets.emplace_back(name, 10, 10);
  snapshot.names.push_back({"Rates", Area{1, 2, 3, 4, 5}});
  return snapshot;
}

std::vector<Area> areas(std::string_view formula) {
  return references(formula, 0, workbook());
}
using Areas = std::vector<Area>;

TEST(References, RangesAndCellsInOrder) {
  EXPECT_EQ(areas("=SUM(B5:B9;C2)"), (Areas{{0, 4, 1, 8, 1}, {0, 1, 2, 1, 2}}));
  EXPECT_EQ(areas("=$B$5-c6"), (Areas{{0, 4, 1, 4, 1}, {0, 5, 2, 5, 2}}));
  EXPECT_EQ(areas("=SUM(B9:A5)"), (Areas{{0, 4, 0, 8, 1}}));
}

TEST(References, OtherSheets) {
  EXPECT_EQ(areas("=$'Budget 2025'.A1:B2"), (Areas{{1, 0, 0, 1, 1}}));
  EXPECT_EQ(areas("='Budget 2025'.A1"), (Areas{{1, 0, 0, 0, 0}}));
  EXPECT_EQ(areas("=预算.C3+$预算.C4"), (Areas{{2, 2, 2, 2, 2}, {2, 3, 2, 3, 2}}));
  EXPECT_EQ(areas("='It''s'.A1"), (Areas{{3, 0, 0, 0, 0}}));
  EXPECT_EQ(areas("=SUM($Sheet1.A1:$预算.A1)"), (Areas{{0, 0, 0, 0, 0}, {1, 0, 0, 0, 0}, {2, 0, 0, 0, 0}}));
}

TEST(References, NamesOfRanges) {
  EXPECT_EQ(areas("=SUM(rates)*2"), (Areas{{1, 2, 3, 4, 5}}));
}

TEST(References, ColumnsOfTables) {
  Snapshot snapshot = workbook();
  snapshot.tables.push_back({"Income", Area{1, 2, 1, 6, 3}});
  snapshot.sheets[1].set_text(2, 2, "实际");
  EXPECT_EQ(references("=SUBTOTAL(109;Income[实际])", 0, snapshot), (Areas{{1, 3, 2, 6, 2}}));
  EXPECT_EQ(references("=-Income[[#Totals];[实际]]+C1", 0, snapshot), (Areas{{1, 6, 2, 6, 2}, {0, 0, 2, 0, 2}}));
  EXPECT_EQ(references("=Income[[#This Row];[实际]]", 0, snapshot), Areas{});
  EXPECT_EQ(references("=Income[nothing]+Income[unclosed", 0, snapshot), Areas{});
}

TEST(References, WhatIsNoReferenceIsLeftOut) {
  EXPECT_EQ(areas("=LOG10(A1)"), (Areas{{0, 0, 0, 0, 0}}));
  EXPECT_EQ(areas("=IF(A1=\"B2\"\"C3\";#REF!;1.5E3)"), (Areas{{0, 0, 0, 0, 0}}));
  EXPECT_EQ(areas("=SUM(A:A)"), Areas{});
  EXPECT_EQ(areas("=SUM(5:9)"), Areas{});
  EXPECT_EQ(areas("='file:///C:/other.ods'#$Sheet1.A1"), Areas{});
  EXPECT_EQ(areas("=Nowhere.A1"), Areas{});
  EXPECT_EQ(areas("=STDEV.S(XFE1;A1048577)"), Areas{});
  EXPECT_EQ(areas("=\"unclosed"), Areas{});
  EXPECT_EQ(areas("='unclosed"), Areas{});
}

TEST(Address, AsCalcWritesIt) {
  const Snapshot snapshot = workbook();
  EXPECT_EQ(address(snapshot, Area{1, 4, 1, 16, 12}), "$'Budget 2025'.$B$5:$M$17");
  EXPECT_EQ(address(snapshot, Area{0, 0, 0, 0, 0}), "$Sheet1.$A$1");
  EXPECT_EQ(address(snapshot, Position{3, 0, 26}), "$'It''s'.$AA$1");
  EXPECT_EQ(address(snapshot, Position{2, 1048575, 16383}), "$预算.$XFD$1048576");
}

}  // namespace
}  // namespace steward::workbook
