#pragma once

#include "document/book.hpp"

namespace steward::document {

/// Whether the texts of formulas are wanted: the office makes each anew, which takes longer than all values.
enum class Formulas { read, left_out };

/// Reads the whole workbook once: contents, formulas, formats, merges, hidden parts, names and database ranges.
workbook::Snapshot read_snapshot(const Book& book, Formulas formulas = Formulas::read);

/// Only these tables, by their stable names: every sheet is there, but empty outside them. Formats, formulas and names are
/// left out, so that it takes no time beside any number of postings.
workbook::Snapshot read_tables(const Book& book, const std::vector<std::string_view>& names);

}  // namespace steward::document
