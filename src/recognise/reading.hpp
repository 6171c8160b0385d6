#pragma once

#include <optional>

#include "recognise/drivers.hpp"

namespace steward::recognise {

/// Reads a block in the one way that its headers tell: columns, rows, lines, figures, errors, questions. Nothing where it
/// holds no amounts with names beside them.
std::optional<Candidate> read_table(Grid& grid, Block block, const Options& options);

}  // namespace steward::recognise
