#pragma once

#include <string>
#include <utility>
#include <vector>

#include "control/line.hpp"

namespace steward::plan {

/// A line over lines of another nature, and what its own figure is made of: whole subtrees that are added (+1) or taken
/// away (−1), the line's own first.
struct MixedParent {
  control::LineNumber line = 0;
  std::vector<std::pair<control::LineNumber, int>> parts;
};

/// The mixed parents among lines. A subtree counts where its nature adds up with the parent's and that of what stands
/// above it does not, and is taken away where it is the other way round.
std::vector<MixedParent> mixed_parents(control::LineBook& lines);

/// The sum of the parts as a formula over a column in which each line has its row: "=$K$5-SUM($K$7:$K$9)".
std::string sum_of_parts(const MixedParent& parent, int column, int first_row);

}  // namespace steward::plan
