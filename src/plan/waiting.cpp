#include "plan/waiting.hpp"

#include <algorithm>

#include "plan/control_book.hpp"
#include "words/phrases/forms.gen.hpp"

namespace steward::plan {
namespace {

Phrase word_of(RequestType type) {
  switch (type) {
    case RequestType::spending: return phrase::type_spending;
    case RequestType::transfer: return phrase::type_transfer;
    case RequestType::supplement: return phrase::type_supplement;
    case RequestType::revision: return phrase::type_revision;
    case RequestType::override_: return phrase::type_override;
    case RequestType::credit: return phrase::type_credit;
    case RequestType::freeze: return phrase::type_freeze;
    case RequestType::unfreeze: return phrase::type_unfreeze;
    case RequestType::rule: return phrase::type_rule;
    case RequestType::authority: return phrase::type_authority;
    case RequestType::reopen: return phrase::type_reopen;
    case RequestType::carry: return phrase::type_carry;
    case RequestType::setting: return phrase::type_setting;
    case RequestType::reserve: return phrase::type_reserve;
    case RequestType::measure: return phrase::type_measure;
  }
  return {};
}

std::string name_of(ControlBook& control, const std::string& id) {
  const auto line = control.lines().by_id(id);
  return line ? control::shown(std::span<const std::string>(control.lines()[*line].key)) : id;
}

std::string concerned(ControlBook& control, const approval::Application& application) {
  if (!application.version.empty()) return application.version;
  if (application.type == RequestType::reopen) return application.period;
  const std::string from = name_of(control, application.line);
  if (application.other_line.empty()) return from;
  if (application.other_line == application.line) return from + ", " + application.period + " → " + application.other_period;
  return from + " → " + name_of(control, application.other_line);
}

// The register shows who is asked; the log knows what was asked.
std::string waiting_for(const ControlBook& control, const std::string& id) {
  using tables::RequestsColumn;
  const auto& table = control.table(tables::requests);
  for (int row = 0; row < table.rows(); ++row)
    if (table.text(row, RequestsColumn::id) == id) return table.text(row, RequestsColumn::waiting_for);
  return {};
}

}  // namespace

std::string request_in_words(std::string_view code, Language language) {
  const auto type = read_keyword<RequestType>(code);
  return std::string(type ? text(word_of(type.value()), language) : code);
}

Result<Desktop> read_desktop(const workbook::Snapshot& book, Language language) {
  STEWARD_TRY(const auto control, ControlBook::read(book, language));
  Desktop desktop;
  for (const auto& application : control->requests().all()) {
    if (application.state != RequestState::open) continue;
    desktop.requests.push_back({application.id, std::string(text(word_of(application.type), language)),
                                concerned(*control, application),
                                application.amount.is_zero() ? std::string() : application.amount.text(control->decimals()),
                                application.requested_by, waiting_for(*control, application.id), application.purpose});
  }
  for (const auto& application : control->requests().all())
    if (application.type == RequestType::carry && application.state == RequestState::approved)
      desktop.carries.insert(desktop.carries.begin(), application.id);
  for (const auto& figure : control->figures())
    if (std::ranges::find(desktop.versions, figure.version) == desktop.versions.end()) desktop.versions.push_back(figure.version);
  if (const auto horizon = control->standings().horizon())
    for (auto period = horizon->first; period <= horizon->last && desktop.first_open.empty(); ++period)
      if (control->policy().state_of(period) != PeriodState::closed) desktop.first_open = control->timeline().label(period);
  return desktop;
}

}  // namespace steward::plan
