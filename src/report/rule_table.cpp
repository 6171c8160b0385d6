#include "report/rule_table.hpp"

#include "cells.hpp"
#include "ledger/keys.hpp"
#include "tables/tables.gen.hpp"

namespace steward::report {
namespace {

using tables::RulesColumn;

/// One row of a table of rules.
class Row {
 public:
  Row(const Table& table, std::size_t row) : table_(table), row_(row) {}

  std::string text(RulesColumn column) const {
    const Value* cell = find(column);
    return cell ? folded(ledger::key_text(*cell)) : std::string();
  }
  Result<std::optional<double>> number(RulesColumn column) const {
    const Value* cell = find(column);
    return cell ? number_in(*cell) : std::optional<double>();
  }
  template <class Word>
  Outcome word(RulesColumn column, Word& word) const {
    const std::string written = text(column);
    if (written.empty()) return success();
    STEWARD_TRY(word, read_keyword<Word>(written));
    return success();
  }

 private:
  const Value* find(RulesColumn column) const {
    const auto& known = tables::rules.columns[static_cast<std::size_t>(column)];
    for (std::size_t at = 0; at < table_.columns(); ++at) {
      const std::string header = folded(ledger::key_text(table_.at(0, at)));
      if (header == folded(known.english) || header == folded(known.chinese) || header == folded(known.code))
        return &table_.at(row_, at);
    }
    return nullptr;
  }

  const Table& table_;
  std::size_t row_;
};

}  // namespace

Result<TableRule> rule_for(const std::optional<Table>& rules, const std::string& line) {
  TableRule rule;
  if (!rules) return rule;
  std::optional<std::size_t> own, general;
  for (std::size_t row = 1; row < rules->rows(); ++row) {
    const std::string named = Row(*rules, row).text(RulesColumn::line);
    if (named == folded(line)) own = row;
    else if (named.empty() || named == "*") general = row;
  }
  if (!own && !general) return rule;
  const Row row(*rules, own ? *own : *general);
  STEWARD_TRY(row.word(RulesColumn::basis, rule.basis));
  STEWARD_TRY(row.word(RulesColumn::action, rule.action));
  STEWARD_TRY(row.word(RulesColumn::tolerance_mode, rule.mode));
  STEWARD_TRY(rule.tolerance_pct, row.number(RulesColumn::tolerance_pct));
  STEWARD_TRY(rule.tolerance_amount, row.number(RulesColumn::tolerance_amount));
  return rule;
}

}  // namespace steward::report
