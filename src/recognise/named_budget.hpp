#pragma once

#include "workbook/snapshot.hpp"

namespace steward::recognise {

/// The range that a name of the workbook calls the budget: `budget_table`, else a name that is nothing but the word
/// ("Budget", "Haushalt", "预算表"). A name of a single row or column calls something else. Nothing where there is none.
const workbook::NamedArea* named_budget(const workbook::Snapshot& snapshot);

/// Whether most of the smaller of two rectangles lies in the other.
bool lie_together(const workbook::Area& a, const workbook::Area& b);

}  // namespace steward::recognise
