#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Factors of a line ("person-months", "salary per month") and totals with a tax on them: neither lines nor totals.
void set_factors_and_taxed_totals_apart(Draft& draft);

/// What lines and totals are reckoned from, and what stands below the last total: no lines of the budget.
void set_rows_apart(Draft& draft);

}  // namespace steward::recognise
