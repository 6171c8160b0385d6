#pragma once

#include "document/book.hpp"
#include "plan/course.hpp"

namespace steward::document {

/// Whether the texts of formulas are wanted: the office makes each anew, which takes longer than all values.
enum class Formulas { read, left_out };

/// Reads the whole workbook once: contents, formulas, formats, merges, hidden parts, names and database ranges. Beside a
/// course it throws Cancelled when that is no longer wanted.
workbook::Snapshot read_snapshot(const Book& book, Formulas formulas = Formulas::read, plan::Course* course = nullptr);
/// How many cells that is, used or empty.
std::size_t cells_of(const Book& book);

/// Only these tables, by their stable names: every sheet is there, but empty outside them. Formats, formulas and names are
/// left out, so that it takes no time beside any number of postings.
workbook::Snapshot read_tables(const Book& book, const std::vector<std::string_view>& names);

}  // namespace steward::document
