#include "workbook/outline.hpp"

#include <gtest/gtest.h>

namespace steward::workbook {
namespace {

TEST(Outline, CountsTheGroupsOfEachRow) {
  const auto found = outlines(
      "<office:document><office:spreadsheet>"
      "<table:table table:name=\"A\"><table:shapes><draw:frame><draw:object><office:document><table:table table:name=\"local-table\">"
      "<table:table-row/></table:table></office:document></draw:object></draw:frame></table:shapes>"
      "<table:table-row table:style-name=\"ro1\"><table:table-cell/></table:table-row>"
      "<table:table-row-group><table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
      "<table:table-row-group table:display=\"false\"><table:table-row/></table:table-row-group></table:table-row-group>"
      "<table:table-row table:number-rows-repeated=\"1048572\"/></table:table>"
      "<table:table table:name=\"B\"><table:table-row/></table:table></office:spreadsheet></office:document>");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (Outline{{1, 1}, {2, 1}, {3, 2}}));
  EXPECT_TRUE(found[1].empty());
}

TEST(Outline, NothingAndHalfATagAreNoFault) {
  EXPECT_TRUE(outlines("").empty());
  EXPECT_EQ(outlines("<table:table><table:table-row").size(), 1u);
  EXPECT_EQ(outlines("<table:table table:name=\"x\"><table:table-row-group><table:table-row table:number-rows-repeated=\"-5\"/>").front().size(), 1u);
}

TEST(Outline, OfficeOpenXmlSaysTheLevelOfEachRow) {
  EXPECT_EQ(outline_of_worksheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"/></row><row r=\"3\" spans=\"1:2\" outlineLevel=\"1\"/>"
                                 "<row outlineLevel=\"2\"><c/></row><row r=\"9\"/></sheetData></worksheet>"),
            (Outline{{2, 1}, {3, 2}}));
  EXPECT_TRUE(outline_of_worksheet("<row r=\"").empty());
}

TEST(Outline, SheetsInTheOrderOfTheWorkbook) {
  const auto parts = worksheet_parts(
      "<workbook><sheets><sheet name=\"Plan\" sheetId=\"7\" r:id=\"rId3\"/><sheet name=\"Lost\" r:id=\"rId9\"/>"
      "<sheet name=\"Notes\" r:id=\"rId1\"/></sheets></workbook>",
      "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet2.xml\"/>"
      "<Relationship Target=\"worksheets/sheet1.xml\" Id=\"rId3\"/></Relationships>");
  EXPECT_EQ(parts, (std::vector<std::string>{"xl/worksheets/sheet1.xml", "", "xl/worksheets/sheet2.xml"}));
}

}  // namespace
}  // namespace steward::workbook
