#include "plan/check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "numeral.hpp"
#include "plan/answer.hpp"
#include "plan/answers.hpp"
#include "plan/commentary.hpp"
#include "plan/inspector.hpp"
#include "plan/draft.hpp"
#include "plan/log_reader.hpp"
#include "plan/log_writer.hpp"
#include "plan/reserve.hpp"
#include "plan/rule_mistakes.hpp"
#include "plan/rule_run.hpp"
#include "plan/settings_in_force.hpp"
#include "plan/tempo.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/commentary.gen.hpp"
#include "words/phrases/control.gen.hpp"
#include "words/phrases/log.gen.hpp"
#include "words/phrases/reserve.gen.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using tables::ControlColumn;

constexpr std::array<const char*, 4> severity_words{"error", "stop", "warning", "note"};

// Looks through one workbook.
class Inspection : private Inspector {
 public:
  Inspection(const Request& request, ControlBook& control) : Inspector(request, control, all_), tempo_(control) {}

  Result<Plan> run() {
    STEWARD_TRY(control_.replay([&](int, const ledger::Posting& posting) {
      count_unbudgeted(posting);
      tempo_.count(posting);
    }));
    look_at_log();
    look_at_requests();
    check_lines(request_, control_, tempo_, all_);
    look_at_unbudgeted();
    look_at_settings();
    look_at_reserves();
    look_at_commentary();
    check_sheets(request_, control_, all_);
    look_at_rules();
    Plan plan;
    plan.name = phrase::command_check;
    run_rules(plan);
    std::ranges::stable_sort(all_, {}, &Found::severity);
    plan.answer = answer_with({"severity", "line", "cell", "message"});
    std::array<std::size_t, 4> counts{};
    for (auto& row : all_) {
      ++counts[static_cast<std::size_t>(row.severity)];
      plan.answer.append(
          {std::string(severity_words[static_cast<std::size_t>(row.severity)]), row.line, row.cell, row.message});
    }
    plan.message = all_.empty() ? say(phrase::check_clean)
                                 : say(phrase::check_found, {std::to_string(counts[0]), std::to_string(counts[1]),
                                                             std::to_string(counts[2] + counts[3])});
    return plan;
  }

 private:
  void count_unbudgeted(const ledger::Posting& posting) {
    if (!control_.lines().hit_by(posting.key).empty()) return;
    auto& [sum, count] = unbudgeted_[control::shown(std::span<const std::string_view>(posting.key))];
    sum += posting.amount;
    ++count;
  }

  void look_at_log() {
    const auto& log = control_.table(tables::log);
    if (const auto broken = broken_log_row(control_); broken > 0)
      found(Severity::error, "", cell_of(log, static_cast<int>(broken) - 1, 0),
            say(phrase::log_broken, {std::to_string(broken)}));
    for (const auto& finding : reconcile(control_))
      found(Severity::error, "", finding.row > 0 ? cell_of(log, finding.row - 1, 0) : "",
            say(finding.phrase, finding.blanks));
  }

  // The register must say what the log says; what waits too long and who approves whom is reported.
  void look_at_requests() {
    using tables::RequestsColumn;
    const auto& table = control_.table(tables::requests);
    for (int row = 0; row < table.rows(); ++row) {
      const std::string id = table.text(row, RequestsColumn::id), state = table.text(row, RequestsColumn::state);
      const auto* application = control_.requests().find(id);
      const std::string proven = application ? std::string(code_of(application->state)) : "–";
      const auto cell = cell_of(table, row, static_cast<std::size_t>(RequestsColumn::state));
      if (!id.empty() && state != proven)
        found(Severity::error, id, cell, say(phrase::request_state_differs, {id, state, proven}));
      const auto due = written_deadline(table, row);
      if (application && application->state == RequestState::open && due && due->is_over(request_.now.today, request_.now.seconds))
        found(Severity::warning, id, cell,
              say(phrase::request_overdue, {id, shown(*due), table.text(row, RequestsColumn::waiting_for)}));
    }
    report_reciprocal();
  }

  void report_reciprocal() {
    const auto all = control_.requests().all();
    const auto approves = [](const approval::Application& a, const approval::Application& b) {
      return std::ranges::any_of(a.signatures, [&](const auto& signature) {
        return folded(signature.by) == folded(b.requested_by);
      });
    };
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j)
        if (folded(all[i].requested_by) != folded(all[j].requested_by) && approves(all[i], all[j]) && approves(all[j], all[i]))
          found(Severity::warning, all[i].id, "",
                say(phrase::reciprocal_approval, {all[i].requested_by, all[j].requested_by, all[i].id, all[j].id}));
  }

  // Settings that control count as they were approved; what was typed since does not.
  void look_at_settings() {
    const auto drafts = setting_drafts(control_.typed_settings(), control_.settings());
    const auto cell = workbook::address(request_.book, control_.table(tables::settings).area());
    const auto control = workbook::address(request_.book, control_.table(tables::control).area());
    const auto tell = [&](const std::string& text, Phrase setting, Phrase line) {
      const bool is_line = text.starts_with("line ") || text.starts_with("owner ");
      std::string shown = is_line ? text.substr(text.find(" - ") + 3) : text;
      if (is_line) shown.replace(shown.find('='), 1, ": ");
      found(Severity::error, "", is_line ? control : cell, say(is_line ? line : setting, {shown}));
    };
    for (const auto& text : drafts.typed) tell(text, phrase::setting_not_approved, phrase::line_not_approved);
    for (const auto& text : drafts.lost) tell(text, phrase::setting_lost, phrase::line_lost);
  }

  // A reserve is carved out of the total and leaves by transfer only.
  void look_at_reserves() {
    const auto now = control_.timeline().number_of(control_.as_of());
    const auto cell = workbook::address(request_.book, control_.table(tables::settings).area());
    for (const auto& entry : control_.settings().all("reserve")) {
      const auto line = reserve_line(control_, entry.item);
      if (!line || !now) {
        found(Severity::error, entry.item, cell, say(phrase::reserve_unknown, {entry.item}));
        continue;
      }
      const auto reserve = reserve_of(control_, *line, now.value());
      const std::string name = name_of(*line);
      if (reserve.has_error()) {
        found(Severity::error, name, cell, say(reserve.error().sentence, reserve.error().blanks));
        continue;
      }
      const Money held = sum(approved_budget(control_, *line)), pool = reserve.value()->pool;
      if (held != pool)
        found(Severity::note, name, cell,
              say(phrase::reserve_not_carved, {name, money(held), numeral(reserve.value()->share * 100), money(reserve.value()->total), money(pool)}));
      const auto year = control_.timeline().year(now.value());
      if (control_.standings().over(*line, year).consumed(control_.policy().accounting) > Money())
        found(Severity::stop, name, cell, say(phrase::reserve_by_transfer, {name}));
    }
  }

  // Material deviations ask for a cause, an owner and a commentary.
  void look_at_commentary() {
    const auto& table = control_.table(tables::targets);
    for (const auto& deviation : deviations(control_, complete_period(control_))) {
      const auto column = tables::TargetsColumn::commentary;
      const auto cell = deviation.row ? cell_of(table, *deviation.row, table.layout().place(column))
                                      : workbook::address(request_.book, table.area());
      if (!deviation.written_cause.empty() && !deviation.cause)
        found(Severity::warning, deviation.name, cell, say(phrase::cause_unknown, {deviation.written_cause}));
      else if (!deviation.is_explained())
        found(Severity::warning, deviation.name, cell,
              say(phrase::commentary_missing, {deviation.indicator, deviation.name + " " + deviation.period, numeral(deviation.planned),
                                               numeral(deviation.actual), missing_of(deviation, request_.now.language)}));
    }
  }

  void look_at_rules() {
    for (const auto& [rule, cell, fault] : rule_mistakes(control_))
      found(Severity::warning, rule, cell, say(fault.sentence, fault.blanks));
  }

  // When/then rules and the actions of levels. Nothing is built on a log that is broken; that is told already.
  void run_rules(Plan& plan) {
    const auto acts = [](const control::Rule& rule) { return rule.action_at(control::AlertLevel::over).has_value(); };
    if (control_.triggers().empty() && std::ranges::none_of(control_.rules().all(), acts)) return;
    auto desk = Desk::open(request_, control_);
    if (desk.has_error()) return;
    RuleRun run(request_, control_, desk.value());
    run.when_complete(complete_period(control_));
    run.levels();
    for (const auto& [scope, cell, sentence, is_new] : run.findings())
      found(is_new ? Severity::warning : Severity::note, scope, cell, sentence);
    run.add_edits(plan);
    if (desk.value().log().rows().empty()) return;
    plan.edits.push_back(desk.value().log().edit());
    plan.file = File::controlled;
  }

  void look_at_unbudgeted() {
    for (const auto& [key, entry] : unbudgeted_)
      found(Severity::warning, key, "",
            say(phrase::unbudgeted_postings, {std::to_string(entry.second), money(entry.first)}));
  }

  std::vector<Found> all_;
  Tempo tempo_;
  std::map<std::string, std::pair<Money, int>> unbudgeted_;
};

}  // namespace

Result<Plan> check_now(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  return Inspection(request, *control).run();
}

}  // namespace steward::plan
