#pragma once

#include "plan/plan.hpp"
#include "tables/tables.gen.hpp"

namespace steward::plan {

/// Whether an edit writes into the log, which stands outside the user's undo.
inline bool is_log(const Edit& edit) {
  const auto* rows = std::get_if<AppendRows>(&edit);
  return rows && rows->table == tables::log.name;
}

}  // namespace steward::plan
