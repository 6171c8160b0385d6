#pragma once

#include <optional>
#include <string>

#include "result.hpp"
#include "value.hpp"

/// Who may approve what.
namespace steward::approval {

/// AUTHORITY(amount; authorities; type; dimension; distance): the whole chain of approvals that an amount needs, lowest
/// level first: a row of level, approver, time allowed (days) and joint signature (1 or 0) for each.
///
/// The authorities are a table with a header row: level, approver and "amount up to" are needed; type, dimension,
/// distance, days allowed and joint signature may be there; English, Chinese and code headers are read, others ignored.
/// A row fits when its type, dimension and distance equal what is asked for; blank or "*" fits anything, and what is not
/// asked for is not looked at. Of the rows of one level those that name more of it go before general ones. The chain ends
/// with the lowest level at which the amount is within a row's limit (up to and including; blank: no limit); of several
/// such rows of that level, those with the lowest limit approve, together where they are equal. Amounts are compared by
/// magnitude, in cents.
/// Faults: not_available when nobody may approve it; argument when a column is missing; value when a level or limit is no
/// number.
/// Source: Waverley Borough Council, Financial Procedure Rules (virement limits).
Result<Table> authority(double amount, const Table& authorities, const std::optional<std::string>& type,
                        const std::optional<std::string>& dimension, const std::optional<std::string>& distance);

}  // namespace steward::approval
