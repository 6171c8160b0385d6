#pragma once

#include <string>
#include <vector>

#include "plan/command.hpp"

/// What the window lists before somebody decides, closes or compares.
namespace steward::plan {

/// A request that waits for a decision, in words.
struct WaitingRequest {
  std::string id, what, line, amount, by, waiting_for, purpose;
};

struct Desktop {
  std::vector<WaitingRequest> requests;  ///< oldest first
  std::vector<std::string> versions;     ///< names of the versions of the budget, oldest first
  std::vector<std::string> carries;      ///< ids of the approved requests to carry budget forward, newest first
  std::string first_open;                ///< label of the first period that is not closed; empty when none is left
};

/// Faults: as ControlBook::read.
Result<Desktop> read_desktop(const workbook::Snapshot& book, Language language);

}  // namespace steward::plan
