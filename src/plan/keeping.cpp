#include "plan/keeping.hpp"

#include <algorithm>

#include "plan/answer.hpp"
#include "plan/budget_reading.hpp"
#include "plan/log_reader.hpp"
#include "plan/options.hpp"
#include "recognise/recognise.hpp"
#include "words/phrases/checking.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/log.gen.hpp"
#include "words/phrases/set_up.gen.hpp"

namespace steward::plan {
namespace {

std::string say(const Request& request, Phrase phrase, const std::vector<std::string>& blanks = {}) {
  return filled(phrase, request.now.language, blanks);
}

bool has_row_with(const TableReader& log, std::string_view hash) {
  for (int row = 0; row < log.rows(); ++row)
    if (log.text(row, tables::LogColumn::hash) == hash) return true;
  return false;
}

}  // namespace

Result<Plan> detect(const Request& request) {
  const OptionReader options(request);
  STEWARD_TRY(auto wishes, recognition_options(request));
  if (const auto name = options.text("sheet")) {
    const auto* sheet = request.book.sheet(*name);
    if (!sheet) return refused(phrase::option_unreadable, {"sheet", *name});
    wishes.sheet = static_cast<int>(sheet - request.book.sheets.data());
  }
  const auto found = recognise::recognise(request.book, wishes);
  Plan plan;
  plan.name = phrase::command_detect;
  plan.answer = recognise::detect_table(request.book, found, request.now.language);
  plan.message = found.tables.empty() ? say(request, phrase::no_budget_table)
                                      : say(request, phrase::tables_found, {std::to_string(found.tables.size())});
  return plan;
}

Result<Plan> verify_log(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  const OptionReader options(request);
  const auto& log = control->table(tables::log);
  Plan plan;
  plan.name = phrase::command_verify_log;
  plan.answer = answer_with({"what", "value", "message"});
  const auto broken = broken_log_row(*control);
  const auto findings = reconcile(*control);
  const auto seal = options.text("seal");
  plan.answer.append({std::string("rows"), static_cast<double>(log.rows()), std::string()});
  plan.answer.append({std::string("head"), log_head(*control), std::string()});
  const std::string break_message =
      broken > 0 ? say(request, phrase::log_broken, {std::to_string(broken)}) : std::string();
  plan.answer.append({std::string("broken row"), static_cast<double>(broken), break_message});
  for (const auto& finding : findings)
    plan.answer.append(
        {std::string("difference"), static_cast<double>(finding.row), say(request, finding.phrase, finding.blanks)});
  const bool is_sealed = seal && has_row_with(log, *seal);
  if (seal)
    plan.answer.append({std::string("seal"), is_sealed ? 1.0 : 0.0,
                        is_sealed ? std::string() : say(request, phrase::log_without_seal)});
  if (broken > 0)
    plan.message = break_message;
  else if (seal && !is_sealed)
    plan.message = say(request, phrase::log_without_seal);
  else if (!findings.empty())
    plan.message = say(request, phrase::log_differs, {std::to_string(findings.size())});
  else
    plan.message =
        seal ? say(request, phrase::log_matches_seal) : say(request, phrase::log_whole, {std::to_string(log.rows())});
  return plan;
}

Result<Plan> remove_control(const Request& request) {
  STEWARD_TRY(const auto control, ControlBook::read(request));
  Plan plan;
  plan.name = phrase::command_remove;
  plan.file = File::controlled;
  plan.answer = answer_with({"what", "value"});
  STEWARD_TRY(auto log, continue_log(*control, request.now));
  log.add({"", "", "removeControl", "", "", ""});
  plan.edits.push_back(log.edit());
  const tables::Description* kept[] = {&tables::ledger, &tables::requests, &tables::versions, &tables::log};
  for (const auto* description : tables::all) {
    const std::string title(control->table(*description).title());
    const bool is_kept = std::ranges::find(kept, description) != std::end(kept);
    plan.edits.push_back(RemoveTable{std::string(description->name)});
    if (std::ranges::find(request.book.names, description->cells(), &workbook::NamedArea::name) != request.book.names.end())
      plan.edits.push_back(RemoveName{description->cells()});
    if (is_kept)
      plan.edits.push_back(KeepValues{title});
    else
      plan.edits.push_back(RemoveSheet{title});
    plan.answer.append({std::string(is_kept ? "kept" : "removed"), title});
  }
  for (std::size_t i = 0; i < source_areas(request.book).size(); ++i) plan.edits.push_back(RemoveName{source_name(i)});
  plan.message = say(request, phrase::control_removed);
  return plan;
}

Result<Plan> export_values(const Request& request) {
  Plan plan;
  plan.name = phrase::command_export;
  plan.file = File::values;
  plan.answer = answer_with({"sheet"});
  for (const auto& sheet : request.book.sheets) plan.answer.append({sheet.name()});
  plan.message = say(request, phrase::values_exported);
  return plan;
}

}  // namespace steward::plan
