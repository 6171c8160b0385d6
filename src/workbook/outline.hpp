#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace steward::workbook {

/// The outline levels of the rows of one sheet: row, from 0, to how many groups it lies in. Rows in no group are left out.
using Outline = std::map<int, int>;

/// The outlines of the sheets of a workbook, in their order, from its flat OpenDocument text. The office tells outline
/// levels in files only. Charts and other documents within the workbook are passed over.
std::vector<Outline> outlines(std::string_view flat_document);

}  // namespace steward::workbook
