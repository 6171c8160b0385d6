#include "plan/log_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "audit/hash.hpp"
#include "plan/log_fields.hpp"
#include "plan/settings_in_force.hpp"
#include "plan/upgrade.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/log.gen.hpp"

namespace steward::plan {
namespace {

using tables::LogColumn;

Table cells_of(const TableReader& table) {
  Table cells(static_cast<std::size_t>(table.rows()), table.layout().width());
  for (int row = 0; row < table.rows(); ++row) {
    for (std::size_t place = 0; place < table.layout().width(); ++place) {
      const auto cell = table.cell(row, place);
      Value& value = cells.at(static_cast<std::size_t>(row), place);
      if (cell.kind == workbook::CellKind::number)
        value = cell.number;
      else if (cell.kind == workbook::CellKind::text)
        value = std::string(cell.text);
      else if (cell.kind == workbook::CellKind::error)
        value = CellError{std::string(cell.text)};
    }
  }
  return cells;
}

// A row of a table as it was when it was written.
std::vector<Content> contents(const TableReader& table, int row) {
  std::vector<Content> result;
  for (std::size_t place = 0; place < table.layout().width(); ++place) {
    const auto cell = table.cell(row, place);
    const bool is_date = table.layout().column_at(place).type == tables::ColumnType::date;
    if (cell.kind == workbook::CellKind::empty)
      result.emplace_back(Blank{});
    else if (cell.kind != workbook::CellKind::number)
      result.emplace_back(std::string(cell.text));
    else if (is_date)
      result.emplace_back(table.null_date() + std::chrono::days(static_cast<int>(cell.number)));
    else
      result.emplace_back(cell.number);
  }
  return result;
}

int posting_number(std::string_view id) {
  int number = 0;
  if (id.starts_with('P')) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

std::string chain_over(const TableReader& table, const std::vector<int>& rows) {
  RowChain chain;
  for (const int row : rows) chain.add(contents(table, row));
  return chain.digest();
}

// Postings by number; -2 marks a number that stands twice.
std::map<int, int> rows_by_number(const TableReader& ledger, std::vector<LogFinding>& findings) {
  std::map<int, int> rows;
  for (int row = 0; row < ledger.rows(); ++row) {
    const std::string id = ledger.text(row, tables::LedgerColumn::id);
    const auto [entry, is_new] = rows.emplace(posting_number(id), row);
    if (!is_new) findings.push_back({0, phrase::posting_twice, {id}});
  }
  return rows;
}

// Whether the log's last word on a rule of that id and version is this text.
bool is_proven(const ControlBook& control, const WrittenRule& rule) {
  const auto& log = control.table(tables::log);
  std::string last;
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, LogColumn::what) != "rule" || log.text(row, LogColumn::reason) != rule.id) continue;
    const std::string text = log.text(row, LogColumn::new_);
    if (log_fields(text)["version"] == log_fields(rule.text)["version"]) last = text;
  }
  return last == rule.text;
}

// Every row of the log that froze figures proves the next ones of the Versions table.
void compare_figures(const ControlBook& control, std::vector<LogFinding>& findings) {
  const auto& log = control.table(tables::log);
  const auto& versions = control.table(tables::versions);
  int proven = 0;
  for (int row = 0; row < log.rows(); ++row) {
    auto fields = log_fields(log.text(row, LogColumn::new_));
    if (!fields.contains("figures")) continue;
    const int count = std::atoi(fields["figures"].c_str());
    std::vector<int> frozen;
    for (int i = 0; i < count && i + proven < versions.rows(); ++i) frozen.push_back(proven + i);
    proven += count;
    if (chain_over(versions, frozen) != fields["sha256"]) findings.push_back({row + 1, phrase::figures_changed, {}});
  }
  if (versions.rows() > proven) findings.push_back({0, phrase::figures_changed, {}});
}

// Rules that are not as the log says they were approved: changed, added or removed by hand.
void compare_rules(const ControlBook& control, std::vector<LogFinding>& findings) {
  const auto& log = control.table(tables::log);
  const auto& rules = control.table(tables::rules);
  std::map<std::string, std::string> approved;
  const auto name_of = [](const std::string& id, const std::string& text) {
    return id + "/" + log_fields(text)["version"];
  };
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, LogColumn::what) != "rule") continue;
    const std::string text = log.text(row, LogColumn::new_);
    approved[name_of(log.text(row, LogColumn::reason), text)] = text;
  }
  for (int row = 0; row < rules.rows(); ++row) {
    const std::string id = rules.text(row, tables::RulesColumn::rule), text = rule_text(contents(rules, row));
    if (id.empty() && text.empty()) continue;
    const auto known = approved.find(name_of(id, text));
    if (known == approved.end() || known->second != text)
      findings.push_back({0, phrase::rules_changed, {name_of(id, text)}});
    if (known != approved.end()) approved.erase(known);
  }
  for (const auto& [name, text] : approved) findings.push_back({0, phrase::rules_changed, {name}});
}

}  // namespace

std::vector<WrittenRule> written_rules(const ControlBook& control) {
  const auto& rules = control.table(tables::rules);
  std::vector<WrittenRule> written;
  for (int row = 0; row < rules.rows(); ++row) {
    WrittenRule rule{row, rules.text(row, tables::RulesColumn::rule), rule_text(contents(rules, row))};
    if (!rule.id.empty() || !rule.text.empty()) written.push_back(std::move(rule));
  }
  return written;
}

std::string log_head(const ControlBook& control) {
  const auto& table = control.table(tables::log);
  return table.rows() == 0 ? std::string() : table.text(table.rows() - 1, LogColumn::hash);
}

std::size_t broken_log_row(const ControlBook& control) {
  return audit::first_broken_row(cells_of(control.table(tables::log)));
}

Result<LogWriter> continue_log(const ControlBook& control, const Circumstances& now) {
  if (const auto broken = broken_log_row(control); broken > 0)
    return refused(phrase::log_broken, {std::to_string(broken)});
  std::vector<LogFinding> findings;
  compare_figures(control, findings);
  if (!findings.empty()) return refused(findings.front().phrase);
  const auto& table = control.table(tables::log);
  const int last = table.rows() == 0 ? 0 : static_cast<int>(table.number(table.rows() - 1, LogColumn::id).value_or(0));
  LogWriter log(log_head(control), last, now);
  if (const auto older = what_is_older(control); !older.empty())
    log.add({"", "", "upgrade", older, "schema=" + std::to_string(tables::schema), ""});
  // A workbook of a build that did not log its lines: from here on they are what they are now.
  if (!has_logged_lines(table)) log_settings(control.settings(), log);
  return log;
}

std::vector<LogFinding> reconcile(const ControlBook& control) {
  std::vector<LogFinding> findings;
  const auto& log = control.table(tables::log);
  const auto& ledger = control.table(tables::ledger);
  auto rows = rows_by_number(ledger, findings);
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, LogColumn::what) != "post") continue;
    auto fields = log_fields(log.text(row, LogColumn::new_));
    std::vector<int> posted;
    const int first = posting_number(fields["first"]), last = posting_number(fields["last"]);
    for (int number = first; number <= last; ++number) {
      const auto found = rows.find(number);
      if (found == rows.end()) {
        findings.push_back({row + 1, phrase::posting_lost, {"P" + std::to_string(number)}});
      } else {
        posted.push_back(found->second);
        rows.erase(found);
      }
    }
    const bool is_complete = static_cast<int>(posted.size()) == last - first + 1;
    if (is_complete && chain_over(ledger, posted) != fields["sha256"])
      findings.push_back({row + 1, phrase::postings_changed, {fields["first"], fields["last"]}});
  }
  for (const auto& [number, row] : rows)
    findings.push_back({0,
                        phrase::posting_unlogged,
                        {ledger.text(row, tables::LedgerColumn::id), std::to_string(ledger.area().top + 2 + row)}});
  compare_rules(control, findings);
  compare_figures(control, findings);
  return findings;
}

bool has_rule_drafts(const ControlBook& control) {
  const auto rules = written_rules(control);
  return std::ranges::any_of(rules, [&](const WrittenRule& rule) { return !rule.id.empty() && !is_proven(control, rule); });
}

void adopt_rules(const ControlBook& control, LogWriter& log) {
  for (const WrittenRule& rule : written_rules(control))
    if (!rule.id.empty() && !is_proven(control, rule)) log.add({"", "", "rule", "", rule.text, rule.id});
}

}  // namespace steward::plan
