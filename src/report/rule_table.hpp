#pragma once

#include <optional>
#include <string>

#include "result.hpp"
#include "value.hpp"
#include "words/keywords.hpp"

namespace steward::report {

/// What a row of a table of rules says.
struct TableRule {
  Basis basis = Basis::year;
  CheckAction action = CheckAction::stop;
  std::optional<double> tolerance_pct{}, tolerance_amount{};
  LimitMode mode = LimitMode::lower;
};

/// The rule that decides about a line: the last row that names it, else the last for all lines (* or blank). Headers are
/// those of the sheet Rules, in either language or by code; columns that are missing, and blanks, leave the default.
/// Faults: argument for an unknown word; value for a text where a number belongs.
Result<TableRule> rule_for(const std::optional<Table>& rules, const std::string& line);

}  // namespace steward::report
