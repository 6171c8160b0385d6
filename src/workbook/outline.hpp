#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace steward::workbook {

/// The outline levels of the rows of one sheet: row, from 0, to how many groups it lies in. Rows in no group are left
/// out. The office tells outline levels in files only.
using Outline = std::map<int, int>;

/// The outlines of the sheets of a workbook, in their order, from its OpenDocument text: content.xml, or the whole of a
/// flat document. Charts and other documents within the workbook are passed over.
std::vector<Outline> outlines(std::string_view open_document);

/// The outline of one sheet, from xl/worksheets/sheetN.xml of an Office Open XML workbook.
Outline outline_of_worksheet(std::string_view worksheet);

/// Where the sheets of an Office Open XML workbook stand in its package, in their order: from xl/workbook.xml and
/// xl/_rels/workbook.xml.rels. Empty for one that is not found.
std::vector<std::string> worksheet_parts(std::string_view workbook, std::string_view relations);

}  // namespace steward::workbook
