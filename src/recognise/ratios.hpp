#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Columns that divide one figure of their row by another ("cost per conversion", "return multiple") and that nothing
/// adds up are ratios, not amounts.
void settle_ratios(Draft& draft);

}  // namespace steward::recognise
