#include "plan/control_book.hpp"

#include <algorithm>

#include "plan/lines_in_force.hpp"
#include "plan/log_fields.hpp"
#include "plan/options.hpp"
#include "plan/posting_fields.hpp"
#include "plan/reserve.hpp"
#include "plan/rule_reader.hpp"
#include "plan/settings_in_force.hpp"

namespace steward::plan {

using tables::ControlColumn;
using tables::LedgerColumn;
using tables::VersionsColumn;

Result<std::unique_ptr<ControlBook>> ControlBook::read(const workbook::Snapshot& book, Language language) {
  STEWARD_TRY(auto settings, Settings::read(book, language));
  const Language written = settings.text("language") == "zh" ? Language::chinese : Language::english;
  std::unique_ptr<ControlBook> result(new ControlBook(book, std::move(settings), written));
  STEWARD_TRY(result->open_tables());
  STEWARD_TRY(result->read_policy());
  STEWARD_TRY(result->read_lines());
  STEWARD_TRY(result->read_rules());
  STEWARD_TRY(result->read_versions());
  result->read_requests();
  result->read_reserves();
  result->checker_ = std::make_unique<control::Checker>(result->policy_, *result->lines_, result->rules_,
                                                        result->timeline_, *result->standings_);
  return result;
}

Result<std::unique_ptr<ControlBook>> ControlBook::read(const Request& request) {
  STEWARD_TRY(auto result, read(request.book, request.now.language));
  result->course_ = request.course;
  expect(result->course_, static_cast<std::size_t>(result->table(tables::ledger).rows()));
  return result;
}

Outcome ControlBook::open_tables() {
  for (const auto& entry : settings_.all("dimension")) dimensions_.push_back(entry.text);
  for (const auto* description : tables::all) {
    STEWARD_TRY(auto table, TableReader::open(book_, *description, dimensions_.size(), language_));
    tables_.emplace_back(description, std::move(table));
  }
  add_typed_lines(table(tables::control), dimensions_.size(), typed_settings_);
  settings_ = settings_in_force(typed_settings_, table(tables::log));
  return success();
}

const TableReader& ControlBook::table(const tables::Description& description) const {
  return std::ranges::find(tables_, &description, &std::pair<const tables::Description*, TableReader>::first)->second;
}

Outcome ControlBook::read_policy() {
  calendar::FiscalCalendar calendar;
  calendar.start_month = static_cast<int>(settings_.number("start_month").value_or(1));
  calendar.pattern = settings_.word("pattern", PeriodPattern::monthly);
  calendar.year = settings_.word("year", FiscalYear::start);
  calendar.anchor = settings_.date("anchor");
  STEWARD_TRY(calendar::check(calendar));
  timeline_ = control::Timeline(calendar);
  policy_.decimals = static_cast<int>(settings_.number("decimals").value_or(2));
  policy_.currency = settings_.text("currency");
  policy_.accounting =
      settings_.text("accounting") == "cash" ? control::Accounting::cash : control::Accounting::accrual;
  policy_.liquidate_by_quantity = settings_.text("liquidation") == "quantity";
  policy_.recoverable_tax = settings_.number("recoverable_tax").value_or(0);
  if (const auto age = settings_.number("rate_age")) policy_.rate_age = static_cast<int>(*age);
  for (const auto& entry : settings_.all("rate"))
    if (entry.number) rates_.add(entry.item, entry.since.value_or(Date::min()), *entry.number);
  as_of_ = settings_.date("as_of").value_or(Date());
  for (const auto& entry : settings_.all("period")) set_period_state(entry.item, entry.text);
  read_period_states();
  return success();
}

void ControlBook::set_period_state(const std::string& label, const std::string& state) {
  const auto period = calendar::parse_label(timeline_.calendar(), label);
  const auto read = read_keyword<PeriodState>(state);
  if (period && read) policy_.period_states[timeline_.number_of(period.value())] = read.value();
}

// A period is closed and opened by command. What the log says goes before what is typed in Settings.
void ControlBook::read_period_states() {
  const auto& log = table(tables::log);
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, tables::LogColumn::what) != "period") continue;
    for (const auto& [label, state] : log_fields(log.text(row, tables::LogColumn::new_))) set_period_state(label, state);
  }
  // What falls due in a period that is closed for good counts in the period after the last such one.
  for (const auto& [period, state] : policy_.period_states)
    if (state == PeriodState::closed) policy_.current = std::max(policy_.current.value_or(period + 1), period + 1);
}

Outcome ControlBook::read_lines() {
  STEWARD_TRY(auto lines, lines_in_force(table(tables::control), dimensions_.size(), settings_, language_));
  Table tree;
  for (const auto& entry : settings_.all("parent")) tree.append({entry.item, entry.text});
  lines_ = std::make_unique<control::LineBook>(std::move(lines), tree);
  standings_ = std::make_unique<control::Standings>(lines_->size());
  return success();
}

// The rules in force are those that the log proves. What is typed into the sheet Rules is a draft until it is approved.
Outcome ControlBook::read_rules() {
  const auto& log = this->table(tables::log);
  std::vector<control::Rule> rules;
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, tables::LogColumn::what) != "rule") continue;
    std::optional<RuleMistake> mistake;
    auto read = read_rule(log.text(row, tables::LogColumn::reason), log_fields(log.text(row, tables::LogColumn::new_)),
                          policy_.decimals, timeline_.periods_in_year(), mistake);
    if (auto* trigger = std::get_if<control::Trigger>(&read)) {
      if (!mistake) add_trigger(std::move(*trigger));
      continue;
    }
    // A row of the log that was tampered with is found by Verify Log; until then the strictest rule stands in its place.
    control::Rule rule = std::move(std::get<control::Rule>(read));
    if (mistake) {
      const std::string id = rule.id;
      rule = {};
      rule.id = id;
    }
    rules.push_back(std::move(rule));
  }
  rules_ = control::RuleBook(std::move(rules));
  return success();
}

// Of two texts of one version the later one was approved in its place.
void ControlBook::add_trigger(control::Trigger trigger) {
  const auto known = std::ranges::find_if(triggers_, [&](const auto& one) { return one.name() == trigger.name(); });
  if (known == triggers_.end())
    triggers_.push_back(std::move(trigger));
  else
    *known = std::move(trigger);
}

Outcome ControlBook::read_versions() {
  const auto& table = this->table(tables::versions);
  for (int row = 0; row < table.rows(); ++row) {
    const auto kind = read_keyword<VersionKind>(table.text(row, VersionsColumn::kind));
    const auto line = lines_->by_id(table.text(row, VersionsColumn::line));
    const auto day = table.date(row, VersionsColumn::date);
    const auto amount = table.number(row, VersionsColumn::amount);
    if (!kind || !line || !day || !amount) return table.unreadable(row, table.text(row, VersionsColumn::line));
    STEWARD_TRY(const auto period, timeline_.number_of(*day));
    STEWARD_TRY(const auto money, Money::from(*amount, policy_.decimals));
    figures_.push_back({*line, period, money, kind.value(), table.text(row, VersionsColumn::version)});
    if (kind.value() != VersionKind::original) continue;
    auto& original = standings_->at(*line, period).original;
    original = original.value_or(Money()) + money;
  }
  return success();
}

void ControlBook::read_requests() {
  register_ = Register::read(table(tables::log), policy_.decimals);
  for (const auto& application : register_.all()) {
    if (application.state == RequestState::approved) policy_.approved_requests.insert(application.id);
    if (application.state == RequestState::open) hold_back(application, application.amount);
  }
}

void ControlBook::read_reserves() {
  for (const auto& entry : settings_.all("reserve"))
    if (const auto line = reserve_line(*this, entry.item)) policy_.reserves.insert(*line);
}

// What is asked to be moved away is no longer there to be spent.
void ControlBook::hold_back(const approval::Application& application, Money amount) {
  if (application.type != RequestType::transfer) return;
  const auto line = lines_->by_id(application.line);
  const auto period = calendar::parse_label(timeline_.calendar(), application.period);
  if (line && period) standings_->at(*line, timeline_.number_of(period.value())).awaiting += amount;
}

void ControlBook::free_awaiting(const approval::Application& application) {
  hold_back(application, -application.amount);
}

std::string_view ControlBook::text(const TableReader& table, int row, std::size_t place) {
  const auto cell = table.cell(row, place);
  if (cell.kind == workbook::CellKind::number) return keep(TableReader::text_of(cell));
  return cell.text;
}

Result<ledger::Posting> ControlBook::posting(int row) {
  const auto& table = this->table(tables::ledger);
  const auto place = [&](LedgerColumn column) { return table.layout().place(column); };
  const auto text_in = [&](LedgerColumn column) { return text(table, row, place(column)); };
  const auto money_in = [&](LedgerColumn column) -> Result<std::optional<Money>> {
    const auto number = table.number(row, column);
    if (!number) return std::optional<Money>();
    STEWARD_TRY(const auto money, Money::from(*number, policy_.decimals));
    return std::optional(money);
  };
  const auto unreadable = [&](LedgerColumn column) {
    return table.unreadable(row, tables::ledger_columns[static_cast<std::size_t>(column)].header(language_));
  };
  ledger::Posting posting;
  const auto day = table.date(row, LedgerColumn::date);
  const auto stage = read_keyword<Stage>(table.cell(row, LedgerColumn::stage).text);
  STEWARD_TRY(const auto amount, money_in(LedgerColumn::amount));
  if (!day) return unreadable(LedgerColumn::date);
  if (!stage) return unreadable(LedgerColumn::stage);
  if (!amount) return unreadable(LedgerColumn::amount);
  posting.day = *day;
  posting.stage = stage.value();
  posting.amount = *amount;
  posting.id = text_in(LedgerColumn::id);
  posting.document_day = table.date(row, LedgerColumn::document_date);
  posting.due = table.date(row, LedgerColumn::due);
  posting.line = text_in(LedgerColumn::line);
  for (std::size_t i = 0; i < dimensions_.size(); ++i)
    posting.key.push_back(text(table, row, place(LedgerColumn::dimensions) + i));
  take_plain_fields<LedgerColumn>(posting, text_in, [&](LedgerColumn column) { return table.number(row, column); });
  STEWARD_TRY(posting.entered, money_in(LedgerColumn::entered));
  STEWARD_TRY(posting.tax, money_in(LedgerColumn::tax));
  posting.source = text_in(LedgerColumn::source);
  posting.rule_version = text_in(LedgerColumn::rule_version);
  posting.is_final = table.number(row, LedgerColumn::final_).value_or(0) != 0;
  return posting;
}

Outcome ControlBook::replay(const std::function<void(int row, const ledger::Posting&)>& each) {
  const int rows = table(tables::ledger).rows();
  for (int row = 0; row < rows; ++row) {
    STEWARD_TRY(advance(course_));
    STEWARD_TRY(const auto posting, this->posting(row));
    checker_->replay(posting);
    if (each) each(row, posting);
  }
  return success();
}

}  // namespace steward::plan
