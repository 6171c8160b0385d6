#include "plan/register.hpp"

#include <algorithm>
#include <sstream>

#include "ledger/keys.hpp"
#include "numeral.hpp"
#include "plan/options.hpp"

namespace steward::plan {
namespace {

using approval::Application;
using tables::LogColumn;

template <class Word>
std::optional<Word> word_in(const LogFields& fields, const std::string& name) {
  const auto field = fields.find(name);
  if (field == fields.end()) return std::nullopt;
  const auto read = read_keyword<Word>(field->second);
  return read ? std::optional(read.value()) : std::nullopt;
}

std::string text_in(const LogFields& fields, const std::string& name) {
  const auto field = fields.find(name);
  return field == fields.end() ? std::string() : field->second;
}

// "L002 FY2025-P04 -50, L003 FY2025-P04 80"
std::vector<approval::Change> changes_in(const std::string& text, int decimals) {
  std::vector<approval::Change> changes;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    std::istringstream words(part);
    approval::Change change;
    std::string amount;
    words >> change.line >> change.period >> amount;
    const auto money = Money::from(field_number({{"amount", amount}}, "amount").value_or(0), decimals);
    if (money) change.amount = money.value();
    if (!change.line.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

Application application_in(const TableReader& log, int row, int decimals) {
  const auto fields = log_fields(log.text(row, LogColumn::new_));
  Application application;
  application.id = log.text(row, LogColumn::request);
  application.document = log.text(row, LogColumn::document);
  application.purpose = log.text(row, LogColumn::reason);
  application.requested_by = log.text(row, LogColumn::user);
  application.requested_on = read_day(log.text(row, LogColumn::at).substr(0, 10)).value_or(Date());
  application.type = word_in<RequestType>(fields, "type").value_or(RequestType::spending);
  application.distance = word_in<Distance>(fields, "distance");
  application.line = text_in(fields, "line");
  application.other_line = text_in(fields, "other");
  application.period = text_in(fields, "period");
  application.other_period = text_in(fields, "to");
  application.version = text_in(fields, "version");
  application.attachments = text_in(fields, "papers");
  application.third_party = text_in(fields, "consent");
  application.changes = changes_in(text_in(fields, "changes"), decimals);
  if (const auto rule = text_in(fields, "by"); !rule.empty()) application.requested_by = rule;
  if (const auto amount = Money::from(field_number(fields, "amount").value_or(0), decimals))
    application.amount = amount.value();
  return application;
}

void take_decision(Application& application, const TableReader& log, int row) {
  const auto fields = log_fields(log.text(row, LogColumn::new_));
  const auto decision = word_in<DecisionWord>(fields, "decision");
  const std::string seat = text_in(fields, "seat"), who = log.text(row, LogColumn::user);
  if (decision == DecisionWord::approve)
    application.signatures.push_back({static_cast<int>(field_number(fields, "level").value_or(1)), seat, who});
  if (decision == DecisionWord::delegate) application.delegations.emplace_back(who, text_in(fields, "to"));
  if (const auto state = word_in<RequestState>(fields, "state")) application.state = *state;
}

}  // namespace

Register Register::read(const TableReader& log, int decimals) {
  Register result;
  for (int row = 0; row < log.rows(); ++row) {
    const std::string what = log.text(row, LogColumn::what);
    if (what == "request") {
      result.applications_.push_back(application_in(log, row, decimals));
    } else if (what == "decide") {
      if (auto* application = result.find(log.text(row, LogColumn::request))) take_decision(*application, log, row);
    }
  }
  return result;
}

Application* Register::find(std::string_view id) {
  const auto found = std::ranges::find(applications_, id, &Application::id);
  return found == applications_.end() ? nullptr : &*found;
}

const Application* Register::find(std::string_view id) const {
  const auto found = std::ranges::find(applications_, id, &Application::id);
  return found == applications_.end() ? nullptr : &*found;
}

bool Register::is_approved(std::string_view id, RequestType type) const {
  const auto* application = find(id);
  return application && application->type == type && application->state == RequestState::approved;
}

std::string changes_text(const Application& application, int decimals) {
  std::string text;
  for (const auto& change : application.changes)
    text += (text.empty() ? "" : ", ") + change.line + " " + change.period + " " + numeral(change.amount.amount(decimals));
  return text;
}

std::string application_text(const Application& application, int decimals) {
  std::string text = "type=" + std::string(code_of(application.type));
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += std::string("; ") + name + "=" + field_text(value);
  };
  add("line", application.line);
  add("period", application.period);
  add("other", application.other_line);
  add("to", application.other_period);
  add("version", application.version);
  add("amount", numeral(application.amount.amount(decimals)));
  if (application.distance) add("distance", std::string(code_of(*application.distance)));
  add("papers", application.attachments);
  add("consent", application.third_party);
  add("changes", changes_text(application, decimals));
  if (application.requested_by.starts_with(rule_mark)) add("by", application.requested_by);
  return text;
}

namespace {

Table with_header() {
  std::vector<Value> header;
  for (const auto& column : tables::authorities_columns) header.emplace_back(std::string(column.code));
  Table matrix;
  matrix.append(std::move(header));
  return matrix;
}

}  // namespace

Table adopted_authorities(const TableReader& log) {
  Table matrix;
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, LogColumn::what) != "authority") continue;
    if (log.text(row, LogColumn::reason) == "1") matrix = with_header();
    const auto fields = log_fields(log.text(row, LogColumn::new_));
    std::vector<Value> cells;
    for (const auto& column : tables::authorities_columns) {
      const std::string code(column.code);
      const auto number = column.type == tables::ColumnType::text ? std::nullopt : field_number(fields, code);
      const auto text = text_in(fields, code);
      cells.push_back(number ? Value(*number) : text.empty() ? Value(Blank{}) : Value(text));
    }
    matrix.append(std::move(cells));
  }
  return matrix;
}

Table written_authorities(const TableReader& authorities) {
  Table matrix = with_header();
  for (int row = 0; row < authorities.rows(); ++row) {
    std::vector<Value> cells;
    for (std::size_t place = 0; place < authorities.layout().width(); ++place) {
      const auto cell = authorities.cell(row, place);
      if (cell.kind == workbook::CellKind::number)
        cells.emplace_back(cell.number);
      else
        cells.push_back(cell.text.empty() ? Value(Blank{}) : Value(field_text(cell.text)));
    }
    const auto approver = static_cast<std::size_t>(tables::AuthoritiesColumn::approver);
    if (!is_blank(cells[approver])) matrix.append(std::move(cells));
  }
  return matrix;
}

std::string authority_text(const Table& matrix, std::size_t row) {
  std::string text;
  for (std::size_t place = 0; place < matrix.columns(); ++place) {
    const Value& value = matrix.at(row, place);
    if (is_blank(value)) continue;
    const auto* number = std::get_if<double>(&value);
    text += (text.empty() ? "" : "; ") + std::string(tables::authorities_columns[place].code) + "=" +
            (number ? numeral(*number) : std::get<std::string>(value));
  }
  return text;
}

}  // namespace steward::plan
