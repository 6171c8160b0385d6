#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "result.hpp"
#include "words/keywords.hpp"

namespace steward::ledger {

/// What a header names, if it is a column that every ledger may have; a dimension is none of these.
std::optional<LedgerField> field_of(std::string_view header);

/// The column under a header: by its words, or, where both mean the same ledger column, by an alias.
std::optional<std::size_t> column_of(const std::vector<std::string>& headers, std::string_view name);

/// The same; a column that is not there is a fault.
Result<std::size_t> required_column(const std::vector<std::string>& headers, std::string_view name);

/// The first column that is no ledger column: the first dimension.
std::optional<std::size_t> first_dimension(const std::vector<std::string>& headers);

}  // namespace steward::ledger
