#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/control_book.hpp"

/// Deviations that are material ask for a commentary with its cause and owner, in the Targets table.
namespace steward::plan {

/// A material deviation, or one that was asked about before, and what was written about it.
struct Deviation {
  std::string name, indicator, period;
  double planned = 0, actual = 0;
  std::optional<int> row;  ///< of the Targets table; nothing where nothing was written yet
  std::string line;        ///< id of the line; empty when the indicator names none
  std::string written_cause, owner, commentary;
  std::optional<Cause> cause;

  bool is_explained() const { return cause && !owner.empty() && !commentary.empty(); }
};

/// The deviations up to a period: of each line from its budget in that period, of each indicator from its target, and
/// rows of Targets that ask for a commentary since an earlier close. Material is what reaches the settings
/// `materiality` (a share) or `materiality_amount`, for all lines or for the one that the item names; see
/// variance::variance_flag. Without these settings nothing is asked for. Lines above others are left out: those below
/// them explain. Earliest row first.
std::vector<Deviation> deviations(ControlBook& control, control::PeriodNumber period);

/// What a deviation lacks, in words; empty when it is explained.
std::string missing_of(const Deviation& deviation, Language language);

/// Rows of the Targets table that ask for what nothing was written about yet.
std::optional<AppendRows> asking_rows(const std::vector<Deviation>& deviations);

}  // namespace steward::plan
