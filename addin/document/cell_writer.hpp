#pragma once

#include "document/book.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// What stands in cells that are to be written.
enum class Before { anything, blank };

/// Writes a block of contents with its first cell at the given place of a sheet.
void write_block(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                 const plan::Block& block, Before before = Before::anything);

}  // namespace steward::document
