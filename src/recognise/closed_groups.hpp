#pragma once

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Lines that close a group and equal its sum in every column: without a key, or in bold under plain ones. What looks like
/// one and has neither is a suspect, unless the user has answered.
void find_closed_groups(Draft& draft);

/// Whether the words that name a row are bold.
bool label_is_bold(const Draft& draft, int row);

}  // namespace steward::recognise
