#include "plan/rule_mistakes.hpp"

#include <algorithm>

#include "plan/line_named.hpp"
#include "plan/log_reader.hpp"
#include "plan/measuring.hpp"
#include "plan/rule_reader.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {
namespace {

using tables::RulesColumn;
using Mistake = std::optional<RuleMistake>;

// What a rule names must be there, in this budget.
Mistake mistake_in(ControlBook& control, const control::Trigger& rule) {
  const Measuring measuring(control);
  const auto scopes = measuring.scopes(rule.scope);
  if (scopes.empty()) return RuleMistake{RulesColumn::scope, phrase::rule_scope_unknown, {rule.scope}};
  const bool is_measured = std::ranges::any_of(scopes, [&](const Scope& scope) { return measuring.has_measure(rule, scope); });
  if (!is_measured && rule.per.empty()) return RuleMistake{RulesColumn::per, phrase::rule_needs_units, {}};
  if (!is_measured) return RuleMistake{RulesColumn::per, phrase::rule_per_unknown, {rule.per}};
  for (const auto& head : rule.heads)
    if (!line_named(control, head.line)) return RuleMistake{RulesColumn::heads, phrase::rule_head_unknown, {head.line}};
  return std::nullopt;
}

Mistake mistake_in(ControlBook& control, const control::Rule& rule) {
  if (rule.line != "*" && !control.lines().by_id(rule.line))
    return RuleMistake{RulesColumn::line, phrase::rule_head_unknown, {rule.line}};
  for (const auto& member : rule.pool)
    if (!control.lines().by_id(member)) return RuleMistake{RulesColumn::pool, phrase::rule_head_unknown, {member}};
  return std::nullopt;
}

Mistake mistake_of(ControlBook& control, const WrittenRule& written) {
  if (written.id.empty()) return RuleMistake{RulesColumn::rule, phrase::rule_needs_id, {}};
  Mistake mistake;
  const auto read = read_rule(written.id, log_fields(written.text), control.decimals(), control.timeline().periods_in_year(), mistake);
  if (mistake) return mistake;
  return std::visit([&](const auto& rule) { return mistake_in(control, rule); }, read);
}

}  // namespace

std::vector<RowMistake> rule_mistakes(ControlBook& control) {
  std::vector<RowMistake> found;
  const auto& table = control.table(tables::rules);
  for (const auto& written : written_rules(control))
    if (const auto mistake = mistake_of(control, written)) {
      const auto column = static_cast<std::size_t>(mistake->column);
      found.push_back({written.id, workbook::address(control.book(), table.position(written.row, column)),
                       refused(mistake->sentence, mistake->blanks)});
    }
  return found;
}

}  // namespace steward::plan
