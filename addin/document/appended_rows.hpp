#pragma once

#include <optional>
#include <string>

#include "document/packed_rows.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// Very many rows that a plan appends to a control table, packed as they will stand there.
struct AppendedRows {
  std::string table;  ///< its code
  PackedRows rows;
};

/// Packs them without asking the office, so that another thread can do it while they are written. Nothing when the plan
/// writes elsewhere as well (the log aside), or when the office may give a cell back otherwise than it was written.
std::optional<AppendedRows> appended_rows(const plan::Plan& plan, Date null_date);

}  // namespace steward::document
