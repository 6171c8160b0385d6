#pragma once

#include "document/book.hpp"
#include "plan/course.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// Writes a block of contents with its first cell at the given place of a sheet. Beside a course it throws Cancelled between
/// two pieces when no more is wanted.
void write_block(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column,
                 const plan::Block& block, plan::Course* course = nullptr);

/// The same of rows by column, into cells that are blank.
void write_rows(const Book& book, const Reference<css::sheet::XSpreadsheet>& sheet, int row, int column, const plan::RowsByColumn& rows,
                plan::Course* course = nullptr);

}  // namespace steward::document
