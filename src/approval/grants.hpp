#pragma once

#include <vector>

#include "approval/routing.hpp"
#include "value.hpp"

namespace steward::approval {

/// How far a transfer goes, as an authority matrix says it: "unit" and "same unit" are one word.
Result<Distance> read_distance(std::string_view written);

/// The grants in a range with a header row. Headers are codes or words in either language; approver is needed.
Result<std::vector<Grant>> read_grants(const Table& authorities, int decimals);

}  // namespace steward::approval
