#include "plan/roll_forward.hpp"

#include <algorithm>

#include "plan/answer.hpp"
#include "plan/commentary.hpp"
#include "plan/control_book.hpp"
#include "plan/line_named.hpp"
#include "plan/rule_run.hpp"
#include "plan/log_reader.hpp"
#include "words/phrases/closing.gen.hpp"
#include "words/phrases/forms.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::plan {
namespace {

using control::PeriodNumber;
using tables::SettingsColumn;

bool is_open(const ControlBook& control, PeriodNumber period) {
  return control.policy().state_of(period) == PeriodState::open;
}

// The first period of the budget that is still open.
Result<PeriodNumber> first_open(ControlBook& control) {
  const auto horizon = control.standings().horizon();
  if (!horizon) return refused(phrase::no_period_to_close);
  for (PeriodNumber period = horizon->first; period <= horizon->last; ++period)
    if (is_open(control, period)) return period;
  return refused(phrase::no_period_to_close);
}

Outcome may_close(ControlBook& control, PeriodNumber period, PeriodState state, Language language) {
  const auto known = control.policy().state_of(period);
  const std::string label = control.timeline().label(period);
  if (known == PeriodState::closed || known == state)
    return refused(phrase::period_closed_already, {label, word_of(known, language)});
  STEWARD_TRY(const auto first, first_open(control));
  if (first < period) return refused(phrase::earlier_period_open, {control.timeline().label(first), label});
  return success();
}

std::optional<int> setting_row(const TableReader& settings, std::string_view code) {
  for (int row = 0; row < settings.rows(); ++row)
    if (settings.text(row, SettingsColumn::setting) == code) return row;
  return std::nullopt;
}

// The as-of date never stays in a period that is closed for good.
void move_as_of(ControlBook& control, PeriodNumber closed, Plan& plan) {
  const Date next = control.timeline().days(closed).last + std::chrono::days(1);
  if (control.as_of() >= next) return;
  const auto& settings = control.table(tables::settings);
  if (const auto row = setting_row(settings, "as_of")) {
    const auto at = settings.position(*row, static_cast<std::size_t>(SettingsColumn::value));
    plan.edits.push_back(Write{std::string(settings.title()), at.row, at.column, Block(1, 1, Content(next))});
  }
}

std::map<control::LineNumber, Money> amounts_of(ControlBook& control, const std::string& version) {
  std::map<control::LineNumber, Money> amounts;
  if (version == "revised") {
    for (control::LineNumber line = 0; line < control.lines().size(); ++line)
      for (const auto& [period, standing] : control.standings().of(line)) amounts[line] += standing.revised();
    return amounts;
  }
  const auto& versions = control.table(tables::versions);
  for (int row = 0; row < versions.rows(); ++row) {
    if (versions.text(row, tables::VersionsColumn::version) != version) continue;
    const auto line = control.lines().by_id(versions.text(row, tables::VersionsColumn::line));
    const auto amount = Money::from(versions.number(row, tables::VersionsColumn::amount).value_or(0), control.decimals());
    if (line && amount) amounts[*line] += amount.value();
  }
  return amounts;
}

}  // namespace

Result<Plan> roll_forward(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(control->replay());
  const OptionReader options(request);
  STEWARD_TRY(const auto period, options.has("period") ? period_named(*control, options, "period") : first_open(*control));
  STEWARD_TRY(const auto state, options.word("state", PeriodState::closed));
  STEWARD_TRY(may_close(*control, period, state, request.now.language));
  STEWARD_TRY(auto desk, Desk::open(request, *control));
  auto& log = desk.log();
  const std::string label = control->timeline().label(period), code(code_of(state));
  Plan plan;
  plan.name = phrase::command_roll_forward;
  plan.file = File::controlled;
  RuleRun rules(request, *control, desk);
  rules.when_complete(period);
  rules.add_edits(plan);
  const auto unexplained = deviations(*control, period);
  if (auto asking = asking_rows(unexplained)) plan.edits.push_back(std::move(*asking));
  log.add({"", "", "period", "", label + "=" + code, options.text("reason").value_or("")});
  AppendRows rows{std::string(tables::settings.name), {}};
  rows.rows.append({std::string("period"), label, code,
                    std::string(text(phrase::setting_period_state, control->language())), Blank{}});
  plan.edits.push_back(std::move(rows));
  if (state == PeriodState::closed) move_as_of(*control, period, plan);
  plan.edits.push_back(log.edit());
  plan.answer = answer_with({"what", "value"});
  plan.answer.append({std::string("period"), label});
  plan.answer.append({std::string("state"), code});
  plan.answer.append({std::string("next"), control->timeline().label(period + 1)});
  const auto waiting = std::ranges::count(control->requests().all(), RequestState::open, &approval::Application::state);
  plan.answer.append({std::string("open requests"), static_cast<double>(waiting)});
  const auto silent = std::ranges::count_if(unexplained, [](const Deviation& one) { return !one.is_explained(); });
  plan.answer.append({std::string("commentary missing"), static_cast<double>(silent)});
  plan.answer.append({std::string("seal"), log.head()});
  for (const auto& finding : rules.findings())
    if (finding.acts) plan.answer.append({std::string("rule"), finding.sentence});
  plan.message = filled(phrase::period_was_closed, request.now.language,
                        std::vector{label, word_of(state, request.now.language), control->timeline().label(period + 1), log.head()});
  return plan;
}

Result<Plan> compare_versions(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  STEWARD_TRY(control->replay());
  const OptionReader options(request);
  const std::string from = options.text("from").value_or("V1"), to = options.text("to").value_or("revised");
  const auto before = amounts_of(*control, from), after = amounts_of(*control, to);
  for (const auto& [version, amounts] : {std::pair(&from, &before), std::pair(&to, &after)})
    if (amounts->empty()) return refused(phrase::unknown_version, {*version});
  Plan plan;
  plan.name = phrase::command_compare;
  plan.answer = answer_with({"line", "key", "nature", "from", "to", "difference"});
  std::size_t changed = 0;
  for (control::LineNumber line = 0; line < control->lines().size(); ++line) {
    const auto amount_in = [&](const auto& amounts) {
      const auto found = amounts.find(line);
      return found == amounts.end() ? std::optional<Money>() : std::optional(found->second);
    };
    const auto old_amount = amount_in(before), new_amount = amount_in(after);
    const Money difference = new_amount.value_or(Money()) - old_amount.value_or(Money());
    if (!difference.is_zero()) ++changed;
    const auto shown = [&](const std::optional<Money>& amount) {
      return amount ? Value(amount->amount(control->decimals())) : Value(std::string());
    };
    const auto& known = control->lines()[line];
    plan.answer.append({known.id, control::shown(std::span<const std::string>(known.key)), std::string(code_of(known.nature)),
                        shown(old_amount), shown(new_amount), difference.amount(control->decimals())});
  }
  const auto named = [&](const std::string& version) {
    return version == "revised" ? std::string(text(phrase::revised_now, request.now.language)) : version;
  };
  plan.message = filled(phrase::versions_compared, request.now.language, std::vector{std::to_string(changed), named(from), named(to)});
  return plan;
}

Result<Plan> seal(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  if (const auto broken = broken_log_row(*control); broken > 0)
    return refused(phrase::log_broken_cannot_seal, {std::to_string(broken)});
  Plan plan;
  plan.name = phrase::command_seal;
  plan.answer = answer_with({"what", "value"});
  const auto head = log_head(*control);
  plan.answer.append({std::string("seal"), head});
  plan.answer.append({std::string("rows"), static_cast<double>(control->table(tables::log).rows())});
  plan.answer.append({std::string("at"), moment(request.now)});
  plan.answer.append({std::string("user"), request.now.user});
  plan.message = filled(phrase::log_sealed, request.now.language, std::vector{head});
  return plan;
}

}  // namespace steward::plan
