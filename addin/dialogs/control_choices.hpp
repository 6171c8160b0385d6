#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace steward::dialogs {

/// What the lists of bases and actions stand for, in the order of the dialogs' sources.
inline constexpr std::array bases{"year", "cumulative", "month", "quarter", "half-year", "life"};
inline constexpr std::array actions{"stop", "warn", "ignore"};

/// The place of a code in its list; the first when it is none of them.
template <std::size_t N>
int place_of(const std::array<const char*, N>& codes, std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  return found == codes.end() ? 0 : static_cast<int>(found - codes.begin());
}

}  // namespace steward::dialogs
