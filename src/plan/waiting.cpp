#include "plan/waiting.hpp"

#include <algorithm>

#include "plan/control_book.hpp"
#include "plan/request_words.hpp"

namespace steward::plan {
namespace {

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

Result<Desktop> read_desktop(const workbook::Snapshot& book, Language language) {
  STEWARD_TRY(const auto control, ControlBook::read(book, language));
  Desktop desktop;
  for (const auto& application : control->requests().all()) {
    if (application.state != RequestState::open) continue;
    desktop.requests.push_back({application.id, in_words(application.type, language),
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
