#pragma once

#include <string>
#include <string_view>

namespace steward::workbook {

/// A formula of A1 text as the cell at a row and column sees it: each relative part of a reference as its distance. Two
/// cells with the same result hold the same formula, and filling one into the other gives it. Rows and columns count
/// from 0. Texts, names of functions, sheets and ranges stay as they are.
std::string seen_from(std::string_view formula, int row, int column);

}  // namespace steward::workbook
