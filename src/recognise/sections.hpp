#pragma once

#include <vector>

#include "recognise/blocks.hpp"

namespace steward::recognise {

/// Joins sections under one grand total to one table, whatever headers they repeat.
void join_sections(const Grid& grid, std::vector<Block>& blocks);

}  // namespace steward::recognise
