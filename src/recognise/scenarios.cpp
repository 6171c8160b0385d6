#include "recognise/scenarios.hpp"

#include <algorithm>
#include <set>

#include "words/phrases/recognise.gen.hpp"

namespace steward::recognise {
namespace {

// The scenario that an answer names: by its text, by its beginning ("Option 2"), or by its number.
std::optional<std::string> named(const std::set<std::string>& scenarios, const std::string& answer) {
  const std::string wanted = folded(answer);
  std::optional<std::string> found;
  int number = 0;
  for (const auto& scenario : scenarios) {
    if (folded(scenario) == wanted || std::to_string(++number) == wanted) return scenario;
    if (!wanted.empty() && folded(scenario).starts_with(wanted)) {
      if (found) return std::nullopt;
      found = scenario;
    }
  }
  return found;
}

}  // namespace

void settle_scenarios(Draft& draft) {
  BudgetTable& table = draft.table;
  std::set<std::string> scenarios;
  for (const auto& column : table.columns)
    if (!column.scenario.empty()) scenarios.insert(column.scenario);
  for (auto& column : table.columns) {
    if (scenarios.size() < 2) column.scenario.clear();
    if (!column.scenario.empty())
      column.notes.emplace_back(phrase::note_not_added, std::vector{std::to_string(scenarios.size())});
  }
  if (scenarios.size() < 2) return;
  const int top = draft.block.area.top, left = draft.block.area.left;
  const auto answer = answer_to(draft, "scenario", top, left);
  if (const auto chosen = answer ? named(scenarios, *answer) : std::nullopt) {
    for (auto& column : table.columns)
      if (!column.scenario.empty() && column.scenario != *chosen) column.role = AmountRole::other;
    return;
  }
  std::string names;
  for (const auto& scenario : scenarios) names += (names.empty() ? "" : ", ") + scenario;
  table.questions.push_back({QuestionKind::scenario,
                             question_key(draft, "scenario", top, left),
                             phrase::ask_scenario,
                             {std::to_string(scenarios.size()), names},
                             {scenarios.begin(), scenarios.end()}});
}

}  // namespace steward::recognise
