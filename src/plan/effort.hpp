#pragma once

#include <cstddef>

#include "plan/plan.hpp"

namespace steward::plan {

/// About how long the office takes to carry out an edit, counted in values written into cells: a formula takes it as long
/// as twenty of them.
std::size_t effort(const Edit& edit);
std::size_t effort(const Plan& plan);

}  // namespace steward::plan
