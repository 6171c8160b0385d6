#pragma once

#include <string>
#include <vector>

#include "plan/draft.hpp"

/// Lines that a revision adds.
namespace steward::plan {

/// A line that the draft has and that is not under control yet, under the id that it gets.
struct NewLine {
  control::Line line;
  Phasing figures;
};

/// The draft's new lines, numbered on from the last id.
std::vector<NewLine> new_lines(const ControlBook& control, const Draft& draft);

/// Edits that make the Control sheet again with these lines at its end. They have no budget before the revision is
/// approved, so that what is posted to them meets the rule for what is unbudgeted. Notes of the lines are kept.
void add_lines(const ControlBook& control, const std::vector<NewLine>& added, std::vector<Edit>& edits);

}  // namespace steward::plan
