#pragma once

#include <optional>
#include <vector>

#include "result.hpp"
#include "value.hpp"

/// Reading numbers out of ranges whose shape or gaps matter to a function.
namespace steward {

/// The number in a cell; nothing when it is blank. Faults: value for a text or an error.
Result<std::optional<double>> number_in(const Value& cell);

/// Every cell of a range so, row by row.
Result<std::vector<std::optional<double>>> numbers_in(const Table& range);

/// Values one below the other, or side by side when the model is a range of one row.
Table laid_like(const Table& model, std::vector<Value> values);

}  // namespace steward
