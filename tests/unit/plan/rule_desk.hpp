#pragma once

#include "paper_office.hpp"

namespace steward::plan {

/// Travel 100, advertising 200, licences 1,000 a month under control; Head approves everything.
inline PaperOffice ruled_office(const std::string& basis = "year", Options options = {}) {
  auto book = budget_office();
  options["basis"] = basis;
  book.run("setUp", std::move(options));
  book.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}});
  return book;
}

inline int free_row(PaperOffice& book, const std::string& table, const std::string& sheet, int column) {
  int row = book.table(table).top + 1;
  while (!std::holds_alternative<Blank>(book.cell(sheet, row, column))) ++row;
  return row;
}

/// Types a row into the open rows of a table.
template <class Column>
int type_row(PaperOffice& book, const std::string& table, const std::string& sheet, const std::vector<std::pair<Column, Content>>& cells) {
  const int row = free_row(book, table, sheet, static_cast<int>(cells.front().first));
  for (const auto& [column, content] : cells) book.cell(sheet, row, static_cast<int>(column)) = content;
  return row;
}

using RuleCells = std::vector<std::pair<tables::RulesColumn, Content>>;

inline int write_rule(PaperOffice& book, const std::string& id, const RuleCells& cells) {
  RuleCells all{{tables::RulesColumn::rule, id}, {tables::RulesColumn::version, 1.0}};
  all.insert(all.end(), cells.begin(), cells.end());
  return type_row(book, "steward_rules", "Rules", all);
}

/// Asks for what was typed to be approved, and has it approved.
inline void adopt(PaperOffice& book, const std::string& type = "rule") {
  const auto id = text_of(cell_of(book.run("request", {{"type", type}}, person("Ann Lee")).answer, 1, "value"));
  book.run("decide", {{"request", id}}, person("Head"));
}

inline int set_setting(PaperOffice& book, const std::string& setting, const std::string& item, Content value) {
  using tables::SettingsColumn;
  return type_row<SettingsColumn>(book, "steward_settings", "Settings",
                                  {{SettingsColumn::setting, setting}, {SettingsColumn::item, item}, {SettingsColumn::value, std::move(value)}});
}

inline Table invoice(double amount, const std::string& account, const std::string& day, const std::string& document) {
  return rows({{"date"_s, "document"_s, "amount"_s, "Department"_s, "Account"_s},
               {day, document, amount, account == "Licences" ? "IT"_s : "Sales"_s, account}});
}

inline std::string verdict_on(PaperOffice& book, const Table& posted, const std::string& mode = "check") {
  return text_of(cell_of(book.run("post", {{"rows", posted}, {"mode", mode}}).answer, 1, "verdict"));
}

inline void spend(PaperOffice& book, double amount, const std::string& account, const std::string& day, const std::string& document) {
  if (verdict_on(book, invoice(amount, account, day, document), "post") == "Stop") throw std::runtime_error("stopped: " + document);
}

/// A figure of the explanation of a line.
inline double figure(PaperOffice& book, const std::string& line, const std::string& what) {
  const auto told = book.run("explain", {{"line", line}}).answer;
  for (std::size_t row = 1; row < told.rows(); ++row)
    if (told.at(row, 0) == Value(what)) return std::get<double>(told.at(row, 1));
  throw std::runtime_error("no " + what);
}

inline std::string refusal_of(PaperOffice& book, const std::string& command, Options options, const std::string& who = "Ann Lee") {
  const auto planned = book.plan(command, std::move(options), person(who));
  if (!planned.has_error()) return {};
  return filled(planned.error().sentence, Language::english, planned.error().blanks);
}

/// How many rules have met something, by the log.
inline std::size_t fired(PaperOffice& book) {
  const auto log = book.table("steward_log");
  std::size_t count = 0;
  for (int row = log.top; row <= log.bottom; ++row)
    count += book.cell("Log", row, static_cast<int>(tables::LogColumn::what)) == Content("fired"_s);
  return count;
}

/// Accounts with an amount for each month of 2025, under annual control, and a tree over them; Head approves everything.
inline PaperOffice account_office(const std::vector<std::pair<std::string, double>>& accounts, Table tree) {
  PaperOffice office;
  std::vector<std::vector<Content>> lines{{"Account"_s}};
  for (int month = 1; month <= 12; ++month) lines[0].emplace_back("2025-" + std::string(month < 10 ? "0" : "") + std::to_string(month));
  for (const auto& [name, amount] : accounts) {
    lines.push_back({name});
    lines.back().resize(13, amount);
  }
  office.add_sheet("Budget", lines);
  office.run("setUp", {{"basis", "year"_s}, {"year", "2025"_s}, {"nature", "expense"_s}, {"table", "A1:M" + std::to_string(lines.size())},
                       {"answers", "subtotals = no; sign = no"_s}, {"tree", std::move(tree)}});
  office.grant({{"*"_s, "*"_s, Blank{}, Blank{}, 1.0, "Head"_s}});
  return office;
}

}  // namespace steward::plan
