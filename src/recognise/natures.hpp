#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Revenue or expense, where a text names one of the two.
std::optional<Nature> nature_in(std::string_view text);

/// The nature of each line of the table, as its heading, the totals that cover it, the balances that set one side off
/// against the other, the title, or its own label say.
std::vector<std::optional<Nature>> natures_of(const Draft& draft);

}  // namespace steward::recognise
