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
/// distance, days allowed, joint signature and consent may be there; English, Chinese and code headers are read, others
/// ignored. It is the chain that a request takes; see chain(). What is not asked for is not looked at. Consents of third
/// parties come last, at levels of their own from 1000 on. Amounts are compared by magnitude, in cents.
/// Faults: not_available when nobody may approve it; argument when a column is missing or a type or distance is no word
/// for one; value when a level or limit is no number.
/// Source: Waverley Borough Council, Financial Procedure Rules (virement limits).
Result<Table> authority(double amount, const Table& authorities, const std::optional<std::string>& type,
                        const std::optional<std::string>& dimension, const std::optional<std::string>& distance);

}  // namespace steward::approval
