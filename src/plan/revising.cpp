#include "plan/revising.hpp"

#include <algorithm>

#include "plan/answer.hpp"
#include "plan/desk.hpp"
#include "plan/lines_in_force.hpp"
#include "plan/new_lines.hpp"
#include "plan/settings_in_force.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/revision.gen.hpp"

namespace steward::plan {
namespace {

using approval::Application;
using control::LineNumber;

// What a revision moves, whatever the sign: a line made larger by what another lost is two changes.
Money moved_by(const Draft& draft) {
  Money moved;
  for (const auto& difference : draft.differences) {
    Money phased;
    for (const auto& [period, amount] : difference.change) phased += abs(amount);
    moved += difference.total.is_zero() ? Money(Minor(phased.minor() / 2)) : abs(difference.total);
  }
  return moved;
}

Outcome may_be_revised(const Draft& draft, ControlBook& control) {
  for (const auto& application : control.requests().all())
    if (application.type == RequestType::revision && application.state == RequestState::open)
      return refused(phrase::revision_waits, {application.id, application.version});
  const bool any = std::ranges::any_of(draft.differences, [](const auto& difference) { return !difference.change.empty(); });
  return any ? success() : Outcome(refused(phrase::nothing_to_revise));
}

// The draft as it is asked for, frozen.
struct Frozen {
  AppendRows rows{std::string(tables::versions.name), {}};
  RowChain chain;
};

Frozen freeze(ControlBook& control, const Draft& draft, const std::vector<NewLine>& added, const std::string& version,
              const Circumstances& now) {
  Frozen frozen;
  const auto keep = [&](const std::string& id, const Phasing& figures) {
    for (const auto& [period, amount] : figures) {
      std::vector<Content> row{version, std::string(code_of(VersionKind::revision)), id,
                               control.timeline().label(period), control.timeline().days(period).first,
                               amount.amount(control.decimals()), Blank{}, moment(now)};
      frozen.chain.add(row);
      frozen.rows.rows.append(std::move(row));
    }
  };
  for (LineNumber line = 0; line < control.lines().size(); ++line) keep(control.lines()[line].id, draft.figures[line]);
  for (const auto& one : added) keep(one.line.id, one.figures);
  return frozen;
}

Table shown_changes(ControlBook& control, const Draft& draft, const std::vector<NewLine>& added) {
  Table table = answer_with({"line", "key", "approved", "draft", "difference"});
  for (const auto& difference : draft.differences) {
    if (!difference.line || difference.change.empty()) continue;
    const Money approved = sum(approved_budget(control, *difference.line));
    table.append({control.lines()[*difference.line].id, control::shown(std::span<const std::string>(difference.key)),
                  approved.amount(control.decimals()), (approved + difference.total).amount(control.decimals()),
                  difference.total.amount(control.decimals())});
  }
  for (const auto& one : added) {
    const double amount = sum(one.figures).amount(control.decimals());
    table.append({one.line.id, control::shown(std::span<const std::string>(one.line.key)), std::string(), amount, amount});
  }
  return table;
}

}  // namespace

Result<Plan> revise(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(control->replay());
  const OptionReader options(request);
  STEWARD_TRY(const auto mode, options.word("mode", PostMode::post));
  STEWARD_TRY(const auto draft, read_draft(request, *control));
  STEWARD_TRY(may_be_revised(draft, *control));
  const auto added = new_lines(*control, draft);
  Plan plan;
  plan.name = phrase::command_revise;
  plan.answer = shown_changes(*control, draft, added);
  const std::string lines = std::to_string(plan.answer.rows() - 1), moved = moved_by(draft).text(control->decimals());
  plan.message = filled(phrase::revision_shown, request.now.language, std::vector{lines, moved});
  if (mode == PostMode::check) return plan;

  STEWARD_TRY(auto desk, Desk::open(request, *control));
  STEWARD_TRY(desk.take_authorities());
  Application application;
  application.id = control->requests().next_id();
  application.type = RequestType::revision;
  application.version = next_version(*control);
  application.amount = moved_by(draft);
  application.purpose = options.text("purpose").value_or("");
  application.attachments = options.text("attachments").value_or("");
  application.requested_by = request.now.user;
  application.requested_on = request.now.today;
  STEWARD_TRY(const auto period, control->timeline().number_of(control->as_of()));
  application.period = control->timeline().label(period);
  STEWARD_TRY(const auto chain, desk.chain(application));
  const auto waiting = approval::awaiting(chain, application);

  plan.file = File::controlled;
  auto frozen = freeze(*control, draft, added, application.version, request.now);
  desk.log().add({"", application.id, "request", "",
                  application_text(application, control->decimals()) + "; figures=" + std::to_string(frozen.rows.rows.rows()) +
                      "; sha256=" + frozen.chain.digest(),
                  application.purpose});
  for (const auto& one : added)
    desk.log().add({"", application.id, "line", "",
                    one.line.id + "=" + field_text(control::shown(std::span<const std::string>(one.line.key))) + "; nature=" +
                        std::string(code_of(one.line.nature)),
                    ""});
  std::vector<Settings::Entry> entries;
  for (const auto& one : added) entries.push_back(line_entry(one.line));
  log_more_settings("line", entries, application.id, desk.log());
  if (!added.empty()) add_lines(*control, added, plan.edits);
  plan.edits.push_back(std::move(frozen.rows));
  AppendRows rows{std::string(tables::requests.name), {}};
  rows.rows.append(desk.row_of(application, waiting));
  plan.edits.push_back(std::move(rows));
  plan.edits.push_back(desk.log().edit());
  plan.message = filled(phrase::revision_requested, request.now.language,
                        std::vector{application.id, application.version, lines, names_of(waiting)});
  return plan;
}

std::vector<ledger::Posting> supplements_of(ControlBook& control, const Application& revision) {
  std::vector<ledger::Posting> postings;
  for (const auto& [line, change] : changes_by(control, figures_of(control, revision.version), revision.version)) {
    const auto& key = control.lines()[line].key;
    for (const auto& [period, amount] : change) {
      ledger::Posting posting;
      posting.day = control.timeline().days(period).first;
      posting.document = control.keep(revision.id);
      posting.request = posting.document;
      posting.memo = control.keep(revision.version);
      posting.source = "request";
      posting.stage = Stage::supplement;
      posting.amount = amount;
      posting.key.assign(key.begin(), key.end());
      postings.push_back(std::move(posting));
    }
  }
  return postings;
}

}  // namespace steward::plan
