#pragma once

#include <optional>
#include <vector>

#include "result.hpp"
#include "value.hpp"
#include "words/words.hpp"

/// Reading numbers out of ranges whose shape or gaps matter to a function.
namespace steward {

/// The number in a cell; nothing when it is blank. Faults: value for a text or an error.
Result<std::optional<double>> number_in(const Value& cell);

/// Every cell of a range so, row by row.
Result<std::vector<std::optional<double>>> numbers_in(const Table& range);

/// Every cell of a range as an amount, where a blank adds nothing.
Result<std::vector<double>> amounts_in(const Table& range);

/// Faults as argument when a range has not as many cells as there are lines.
Outcome same_size(const Table& range, std::size_t count);

/// The language in which a user writes: Chinese when a text holds a Chinese character. A row that a function adds to
/// the user's own labels, such as a total, is named in it.
Language language_of(const Table& labels);

/// Values one below the other, or side by side when the model is a range of one row.
Table laid_like(const Table& model, std::vector<Value> values);

}  // namespace steward
