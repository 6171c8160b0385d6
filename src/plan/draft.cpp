#include "plan/draft.hpp"

#include <algorithm>
#include <charconv>

#include "plan/budget_reading.hpp"
#include "plan/table_reader.hpp"
#include "words/phrases/checking.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using control::PeriodNumber;
using tables::VersionsColumn;

void drop_zeros(Phasing& phasing) {
  std::erase_if(phasing, [](const auto& entry) { return entry.second.is_zero(); });
}

Phasing without_zeros(Phasing phasing) {
  drop_zeros(phasing);
  return phasing;
}

Phasing difference(const Phasing& figures, const Phasing& base) {
  Phasing change = figures;
  for (const auto& [period, amount] : base) change[period] -= amount;
  drop_zeros(change);
  return change;
}

// What the user's cells said when they were approved last: the original, or the last approved revision.
std::vector<Phasing> approved_drafts(ControlBook& control, std::string_view but_for) {
  std::string last = "V1";
  for (const auto& application : control.requests().all())
    if (application.type == RequestType::revision && application.state == RequestState::approved && application.version != but_for)
      last = application.version;
  return figures_of(control, last);
}

// The line that a row of the draft is: hit by its key, and called so itself rather than being an ancestor.
std::optional<LineNumber> line_of(ControlBook& control, const std::vector<std::string>& key) {
  const std::vector<std::string_view> views(key.begin(), key.end());
  const auto& hits = control.lines().hit_by(views);
  if (hits.empty()) return std::nullopt;
  const bool is_same = control::shown(std::span<const std::string>(control.lines()[hits.front()].key)) ==
                       control::shown(std::span<const std::string>(key));
  return is_same ? std::optional(hits.front()) : std::nullopt;
}

Result<BudgetReading> read_again(const Request& request, ControlBook& control, const std::vector<workbook::Area>& areas) {
  const auto& settings = control.settings();
  Options options;
  for (const auto& entry : settings.all("read")) options[entry.item] = entry.text;
  options["decimals"] = static_cast<double>(control.decimals());
  options["startMonth"] = settings.number("start_month").value_or(1);
  return read_budget({request.book, options, request.now}, areas);
}

}  // namespace

Money sum(const Phasing& phasing) {
  Money total;
  for (const auto& [period, amount] : phasing) total += amount;
  return total;
}

Phasing approved_budget(ControlBook& control, LineNumber line) {
  Phasing budget;
  for (const auto& [period, standing] : control.standings().of(line))
    budget[period] = standing.original.value_or(Money()) + standing.of(Stage::supplement);
  return budget;
}

std::vector<Phasing> figures_of(ControlBook& control, std::string_view version) {
  std::vector<Phasing> figures(control.lines().size());
  for (const auto& figure : control.figures())
    if (figure.version == version) figures[figure.line][figure.period] += figure.amount;
  return figures;
}

std::map<LineNumber, Phasing> changes_by(ControlBook& control, const std::vector<Phasing>& figures, std::string_view version) {
  const auto approved = approved_drafts(control, version);
  std::map<LineNumber, Phasing> changes;
  for (LineNumber line = 0; line < control.lines().size(); ++line) {
    if (without_zeros(figures[line]) == without_zeros(approved[line])) continue;
    if (auto change = difference(figures[line], approved_budget(control, line)); !change.empty()) changes[line] = std::move(change);
  }
  return changes;
}

Result<Draft> read_draft(const Request& request, ControlBook& control) {
  Draft draft;
  draft.areas = source_areas(request.book);
  if (draft.areas.empty()) return refused(phrase::draft_gone);
  auto reading = read_again(request, control, draft.areas);
  if (reading.has_error()) return refused(reading.error().sentence, reading.error().blanks);
  draft.figures.resize(control.lines().size());
  std::map<LineNumber, workbook::Position> rows;
  for (const auto& row : reading.value().lines) {
    const auto line = line_of(control, row.key);
    Phasing unknown;
    Phasing& figures = line ? draft.figures[*line] : unknown;
    for (const auto& [day, amount] : row.budget) {
      STEWARD_TRY(const auto period, control.timeline().number_of(day));
      figures[period] += amount;
    }
    if (line) rows.try_emplace(*line, row.at);
    else if (!sum(unknown).is_zero()) draft.differences.push_back({std::nullopt, row.key, row.at, unknown, row.nature, sum(unknown)});
  }
  const auto approved = approved_drafts(control, {});
  for (LineNumber line = 0; line < control.lines().size(); ++line) {
    if (rows.contains(line) || approved[line].empty()) continue;
    draft.figures[line] = approved[line];
    draft.differences.push_back({line, control.lines()[line].key, std::nullopt, {}, control.lines()[line].nature, sum(approved[line])});
  }
  for (auto& [line, change] : changes_by(control, draft.figures)) {
    const Money total = sum(change);
    draft.differences.push_back({line, control.lines()[line].key, rows.at(line), std::move(change), control.lines()[line].nature, total});
  }
  return draft;
}

std::string next_version(const ControlBook& control) {
  int last = 1;
  const auto& versions = control.table(tables::versions);
  for (int row = 0; row < versions.rows(); ++row) {
    const std::string name = versions.text(row, VersionsColumn::version);
    int number = 0;
    if (name.starts_with('V')) std::from_chars(name.data() + 1, name.data() + name.size(), number);
    last = std::max(last, number);
  }
  return "V" + std::to_string(last + 1);
}

}  // namespace steward::plan
