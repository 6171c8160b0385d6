#pragma once

#include "document/book.hpp"

namespace steward::document {

/// Reads the whole workbook once: contents, formulas, formats, merges, hidden parts, names and database ranges.
workbook::Snapshot read_snapshot(const Book& book);

/// Only these tables, by their stable names: every sheet is there, but empty outside them. Formats, formulas and names are
/// left out, so that it takes no time beside any number of postings.
workbook::Snapshot read_tables(const Book& book, const std::vector<std::string_view>& names);

}  // namespace steward::document
