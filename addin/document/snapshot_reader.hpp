#pragma once

#include "document/book.hpp"

namespace steward::document {

/// Reads the whole workbook once: contents, formulas, formats, merges, hidden parts, names and database ranges.
workbook::Snapshot read_snapshot(const Book& book);

}  // namespace steward::document
