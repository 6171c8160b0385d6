#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Whether the figures of a column number the lines of an outline, each one the successor of the one above it: "1.1", "1.2",
/// "1.3", "2", "2.1". They read as amounts and are codes.
bool numbers_outline(const Draft& draft, const ColumnFacts& facts);

}  // namespace steward::recognise
