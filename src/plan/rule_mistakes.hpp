#pragma once

#include <string>
#include <vector>

#include "plan/control_book.hpp"

namespace steward::plan {

/// A cell of the sheet Rules that says something which cannot be understood.
struct RowMistake {
  std::string rule, cell;
  Fault fault;  ///< says what is wrong and how to mend it
};

/// The first mistake of each row of the sheet Rules, approved or not: words, figures, lines, codes and indicators that are
/// not there.
std::vector<RowMistake> rule_mistakes(ControlBook& control);

}  // namespace steward::plan
