#pragma once

#include <string_view>

#include "value.hpp"
#include "workbook/snapshot.hpp"
#include "result.hpp"

/// Rows for the command `post`, from wherever a user has them.
namespace steward::plan {

/// The cells of an area as rows, from the first row that names the columns of postings; empty rows and columns left out.
/// Faults: refused when no row does.
Result<Table> posting_rows_in(const workbook::Snapshot& book, const workbook::Area& area);

/// The whole used part of a sheet.
workbook::Area used_area(const workbook::Snapshot& book, int sheet);

/// A file of comma-separated values, UTF-8, amounts and dates read by their columns. Faults: as intake::read_csv, and when
/// its header names no columns of postings.
Result<Table> posting_rows_of_csv(std::string_view text);

}  // namespace steward::plan
