#pragma once

#include <optional>
#include <vector>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::variance {

/// The nature of each of `count` lines: one for all, or one a line; expense where none is given.
/// Faults: argument when a word is unknown or their number does not fit.
Result<std::vector<Nature>> natures_of(const std::optional<Table>& given, std::size_t count);

}  // namespace steward::variance
