#include "plan/desk.hpp"

#include <algorithm>

#include "approval/grants.hpp"
#include "audit/hash.hpp"
#include "ledger/keys.hpp"
#include "plan/log_reader.hpp"
#include "plan/request_words.hpp"
#include "plan/settings_in_force.hpp"
#include "words/phrases/approval.gen.hpp"

namespace steward::plan {
namespace {

using approval::Application;
using approval::Step;
using tables::RequestsColumn;

bool is_same_matrix(const Table& a, const Table& b) {
  return std::ranges::equal(a.cells(), b.cells(), [](const Value& x, const Value& y) {
    return ledger::key_text(x) == ledger::key_text(y);
  });
}

}  // namespace

std::string names_of(std::span<const Step> steps) {
  std::string names;
  for (const Step& step : steps) names += (names.empty() ? "" : ", ") + step.approver;
  return names;
}

Desk::Desk(const Request& request, ControlBook& control, LogWriter log)
    : request_(request),
      control_(control),
      log_(std::move(log)),
      written_(written_authorities(control.table(tables::authorities))),
      adopted_(adopted_authorities(control.table(tables::log))) {
  for (const auto& entry : control.settings().all("role")) roles_[folded(entry.item)] = entry.text;
}

Result<Desk> Desk::open(const Request& request, ControlBook& control) {
  STEWARD_TRY(auto log, continue_log(control, request.now));
  return Desk(request, control, std::move(log));
}

bool Desk::authorities_differ() const {
  return adopted_.rows() > 0 && !is_same_matrix(written_, adopted_);
}

void Desk::adopt_authorities() {
  for (std::size_t row = 1; row < written_.rows(); ++row)
    log_.add({"", "", "authority", "", authority_text(written_, row), std::to_string(row)});
  adopted_ = written_;
}

Outcome Desk::take_authorities() {
  if (adopted_.rows() == 0) {
    adopt_authorities();
    log_settings(control_.settings(), log_);  // from here on what is typed there waits for approval too
  }
  auto grants = approval::read_grants(adopted_, control_.decimals());
  if (grants.has_error()) return refused(grants.error().sentence, grants.error().blanks);
  grants_ = std::move(grants).value();
  return success();
}

std::string Desk::draft_of(RequestType type) const {
  Table texts;
  if (type == RequestType::rule) {
    for (const auto& rule : written_rules(control_)) texts.append({rule.id + ": " + rule.text});
  } else if (type == RequestType::authority) {
    for (std::size_t row = 1; row < written_.rows(); ++row) texts.append({authority_text(written_, row)});
  } else if (type == RequestType::setting) {
    const auto drafts = setting_drafts(control_.typed_settings(), control_.settings());
    for (const auto& text : drafts.typed) texts.append({"+" + text});
    for (const auto& text : drafts.lost) texts.append({"-" + text});
  }
  return texts.rows() == 0 ? std::string() : audit::hash(texts);
}

Outcome Desk::is_as_asked(const Application& application) const {
  const auto& log = control_.table(tables::log);
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, tables::LogColumn::what) != "request" || log.text(row, tables::LogColumn::request) != application.id) continue;
    const auto fields = log_fields(log.text(row, tables::LogColumn::new_));
    const auto draft = fields.find("draft");
    if (draft != fields.end() && draft->second != draft_of(application.type))
      return refused(phrase::draft_moved_on, {application.id});
  }
  return success();
}

std::vector<Step> Desk::waiting_for(const Application& application) {
  if (adopted_.rows() == 0 || take_authorities().has_error()) return {};
  const auto steps = chain(application);
  return steps ? approval::awaiting(steps.value(), application) : std::vector<Step>();
}

std::vector<std::string> Desk::codes_of(const std::string& id) const {
  std::vector<std::string> codes;
  const auto line = control_.lines().by_id(id);
  if (!line) return codes;
  const auto add = [&](control::LineNumber at) {
    codes.push_back(control_.lines()[at].id);
    for (const auto& part : control_.lines()[at].key)
      if (!part.empty()) codes.push_back(part);
  };
  add(*line);
  const auto& key = control_.lines()[*line].key;
  const std::vector<std::string_view> views(key.begin(), key.end());
  for (const auto above : control_.lines().hit_by(views))
    if (above != *line) add(above);
  return codes;
}

Result<std::vector<Step>> Desk::chain(const Application& application) const {
  approval::Matter matter{application.type, approval::combined_amount(application, control_.requests().all()),
                          codes_of(application.line), application.distance};
  auto steps = approval::chain(grants_, matter);
  if (steps.has_error()) return refused(phrase::no_authority, {in_words(application.type, request_.now.language)});
  if (!application.third_party.empty()) approval::ask_consent(steps.value(), application.third_party);
  return steps;
}

std::optional<approval::Deadline> Desk::decide_by(std::span<const Step> waiting) const {
  std::set<Date> holidays;
  for (const auto& entry : control_.settings().all("holiday"))
    if (const auto day = read_day(entry.item)) holidays.insert(*day);
  const auto& now = request_.now;
  std::optional<approval::Deadline> first;
  const auto take = [&](approval::Deadline one) { first = std::min(first.value_or(one), one); };
  for (const Step& step : waiting) {
    if (step.days) take({approval::deadline(now.today, static_cast<int>(*step.days), holidays)});
    if (step.hours) take(approval::deadline_in_hours(now.today, static_cast<int>(now.seconds / 60), *step.hours, holidays));
  }
  return first;
}

std::string shown(const approval::Deadline& deadline) {
  if (deadline.minute == approval::Deadline::whole_day) return iso(deadline.day);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return iso(deadline.day) + " " + two(deadline.minute / 60) + ":" + two(deadline.minute % 60);
}

Content as_content(const approval::Deadline& deadline) {
  return deadline.minute == approval::Deadline::whole_day ? Content(deadline.day) : Content(shown(deadline));
}

std::optional<approval::Deadline> written_deadline(const TableReader& requests, int row) {
  if (const auto day = requests.date(row, RequestsColumn::decide_by)) return approval::Deadline{*day};
  const std::string text = requests.text(row, RequestsColumn::decide_by);
  const auto day = text.size() == 16 ? read_day(text.substr(0, 10)) : std::nullopt;
  if (!day) return std::nullopt;
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  return approval::Deadline{*day, number(11) * 60 + number(14)};
}

Row Desk::row_of(const Application& application, std::span<const Step> waiting) const {
  Row row(tables::Layout(tables::requests, 0).width());
  const auto set = [&](RequestsColumn column, Content content) {
    row[static_cast<std::size_t>(column)] = std::move(content);
  };
  set(RequestsColumn::id, application.id);
  set(RequestsColumn::type, std::string(code_of(application.type)));
  set(RequestsColumn::line, application.version.empty() ? application.line : application.version);
  set(RequestsColumn::other_line, application.other_line);
  set(RequestsColumn::period, application.period);
  set(RequestsColumn::amount, application.amount.amount(control_.decimals()));
  set(RequestsColumn::purpose, application.purpose);
  set(RequestsColumn::requested_by, application.requested_by);
  set(RequestsColumn::requested_at, moment(request_.now));
  set(RequestsColumn::state, std::string(code_of(application.state)));
  set(RequestsColumn::other_period, application.other_period);
  set(RequestsColumn::attachments, application.attachments);
  set(RequestsColumn::consent, application.third_party);
  set(RequestsColumn::changes, changes_text(application, control_.decimals()));
  set(RequestsColumn::waiting_for, names_of(waiting));
  if (const auto deadline = decide_by(waiting)) set(RequestsColumn::decide_by, as_content(*deadline));
  return row;
}

}  // namespace steward::plan
