#pragma once

#include <cstdint>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// A row that sets lines off against each other by formula: "Result = Receipts − Payments".
struct Balance {
  int row = 0;
  bool is_result = false;           ///< its label says that it is what remains of revenue: "Net cash flow", "结余"
  std::vector<std::int8_t> sides;   ///< of each line: 1 added, −1 taken away, 0 no part of it; parallel to `leaves`
};

/// The balances of a table that add some lines and take others away, those over most lines first.
std::vector<Balance> balances_of(const Draft& draft);

/// What is computed from a balance without being a share of it is no line and no total: "Closing balance = opening + net
/// cash flow", "Credit needed = the minimum less the closing balance".
void set_apart_what_balances_tell(Draft& draft);

}  // namespace steward::recognise
