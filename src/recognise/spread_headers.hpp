#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Period headers merged over several columns each, while the amounts stand in every column: the headers belong to
/// other columns than those they stand over.
struct SpreadHeaders {
  int first = -1, last = -1;  ///< columns that repeat a header
  int run = 0;                ///< columns with amounts, side by side from the first on
  std::vector<std::pair<std::vector<std::string>, PeriodText>> names;  ///< the headers from left to right
};

std::optional<SpreadHeaders> spread_headers(const Draft& draft);

/// Gives the columns their headers in order where there are as many amounts as headers, and perhaps their sum, or where
/// the user has said so.
void settle_spread_headers(Draft& draft);

}  // namespace steward::recognise
