#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Columns that are alternatives of each other are never added up; which of them is the budget is asked, and once it is
/// answered the others plan nothing.
void settle_scenarios(Draft& draft);

}  // namespace steward::recognise
