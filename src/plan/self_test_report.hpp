#pragma once

#include <span>

#include "audit/self_test.hpp"
#include "plan/plan.hpp"

namespace steward::plan {

/// What the shell knows of the installation that was checked.
struct Installation {
  std::string steward, office, system;
};

/// The report of a check of the installation, as a sheet of a new workbook: date, versions and machine, how many cases
/// passed, and every row. The answer has a row for each case: function, case, formula, expected, found, passed, source.
Plan self_test_report(std::span<const audit::Tried> cases, const Installation& installation, const Circumstances& now);

}  // namespace steward::plan
