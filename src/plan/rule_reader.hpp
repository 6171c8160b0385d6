#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "control/rule.hpp"
#include "control/trigger.hpp"
#include "plan/log_fields.hpp"
#include "tables/tables.gen.hpp"

namespace steward::plan {

/// What is wrong with a row of the Rules table, in which column, and how to mend it.
struct RuleMistake {
  tables::RulesColumn column;
  Phrase sentence;
  std::vector<std::string> blanks;
};

/// A row of the Rules table: a rule that checks postings, or, when it names a metric, a when/then rule.
using ReadRule = std::variant<control::Rule, control::Trigger>;

/// Reads a rule from its fields by column code, as the log keeps them. The first mistake is returned in `mistake`; what
/// stands in its place is then what an empty cell means.
ReadRule read_rule(const std::string& id, const LogFields& fields, int decimals, int periods_in_year,
                   std::optional<RuleMistake>& mistake);

/// "L002 -5%, L003 +8%" by line. Nothing when it cannot be read.
std::optional<std::vector<control::Head>> read_heads(std::string_view text);

}  // namespace steward::plan
