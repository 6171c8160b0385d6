#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Lines that are the sum of the lines below or above them though no word or formula says so: by outline, bold type,
/// indentation or the length of a code, where the arithmetic agrees; and lines without a key that close a group.
void find_parents(Draft& draft);

/// The amount columns that are not made of others.
std::vector<int> plain_columns(const Draft& draft);

}  // namespace steward::recognise
