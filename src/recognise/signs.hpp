#pragma once

#include <optional>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// What the user has answered to "Are expenses negative here?".
std::optional<bool> expenses_are_negative(const Draft& draft);

/// Of a line where expenses are negative and nothing else says what it is.
Nature nature_by_sign(const Draft& draft, int row);

/// Sets the sign of each slice, so that amount × sign is positive for ordinary expense and revenue alike.
void settle_signs(Draft& draft);

}  // namespace steward::recognise
