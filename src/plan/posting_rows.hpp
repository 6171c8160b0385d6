#pragma once

#include <string>
#include <vector>

#include "plan/control_book.hpp"

namespace steward::plan {

/// The source of what a when/then rule froze.
constexpr std::string_view frozen_by_rule = "rule";

/// One row of the rows that are to be posted: a posting, or why it can be none.
struct IncomingRow {
  std::size_t row = 0;  ///< counted from 1 below the header
  ledger::Posting posting;
  std::optional<control::Remark> fault;
};

/// Reads rows with a header into postings. Columns are the ledger's, in either language, and the dimensions under their
/// own headers; date, amount and the dimensions (or the id of the line) are needed. A text is data whatever it begins
/// with; an amount may be a text. Blank rows are left out. Faults: refused when a header is unknown or one is missing.
Result<std::vector<IncomingRow>> read_rows(const Table& rows, ControlBook& control);

}  // namespace steward::plan
