#pragma once

#include <vector>

#include "plan/budget_reading.hpp"
#include "plan/sheet_builder.hpp"
#include "plan/wishes.hpp"

namespace steward::plan {

/// The rows of a new Settings table: budget, calendar, policy, rates, tree, dimensions, and how the user's tables were
/// read, with the answers that were given.
std::vector<Row> settings_rows(const Request& request, const Wishes& wishes, const BudgetReading& reading);

}  // namespace steward::plan
