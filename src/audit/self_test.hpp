#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/vectors.hpp"

namespace steward::audit {

/// One case as it is tried in cells: what is written below each other in column A and to its right, and the formula.
struct CellTrial {
  std::vector<std::pair<int, Table>> inputs;  ///< by row, counted from 0
  std::string formula;                        ///< English, with the programmatic name
  Table expected;
};

/// `function` is the name in the catalogue: "VARIANCE.PCT".
CellTrial trial_of(std::string_view function, const VectorCase& one, Date null_date);

/// What became of a case.
struct Tried {
  std::string function, name, formula, expected, found, source;
  bool passed = false;
};

}  // namespace steward::audit
