#pragma once

#include <string_view>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// Which columns are made of others in their row, by formula, and by arithmetic where there are none.
void read_derivations(Draft& draft);

/// What a formula does with the cells it names.
struct FormulaShape {
  bool multiplies = false, subtracts = false, sums = false, is_subtotal = false;
};
FormulaShape shape_of(std::string_view formula);

}  // namespace steward::recognise
