#include "plan/commentary.hpp"

#include <algorithm>

#include "plan/line_named.hpp"
#include "plan/measuring.hpp"
#include "plan/sheet_builder.hpp"
#include "variance/variance.hpp"
#include "words/phrases/commentary.gen.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;
using control::PeriodNumber;
using tables::TargetsColumn;

struct Thresholds {
  double share = 0, amount = 0;
  bool any() const { return share > 0 || amount > 0; }
};

// Reads the Targets table beside the budget.
class Gathering {
 public:
  Gathering(ControlBook& control, PeriodNumber period)
      : control_(control), measuring_(control), table_(control.table(tables::targets)), period_(period) {}

  std::vector<Deviation> gather() {
    for (int row = 0; row < table_.rows(); ++row) gather_row(row);
    for (LineNumber line = 0; line < control_.lines().size(); ++line) gather_line(line);
    return std::move(found_);
  }

 private:
  // The setting for the line goes before the one for all.
  double setting(const char* name, std::optional<LineNumber> line) const {
    double general = 0;
    for (const auto& entry : control_.settings().all(name)) {
      if (!entry.number) continue;
      if (folded(entry.item).empty() || entry.item == "*") general = *entry.number;
      else if (line && measuring_.is_called(*line, entry.item)) return *entry.number;
    }
    return general;
  }
  Thresholds thresholds(std::optional<LineNumber> line) const {
    return {setting("materiality", line), setting("materiality_amount", line)};
  }

  std::string text(int row, TargetsColumn column) const { return table_.text(row, column); }
  std::optional<LineNumber> line_of(int row) const {
    const auto line = line_named(control_, text(row, TargetsColumn::line));
    return line ? std::optional(line.value()) : std::nullopt;
  }
  std::string name_of(LineNumber line) const {
    return control::shown(std::span<const std::string>(control_.lines()[line].key));
  }
  static bool is_budget_variance(const std::string& indicator) {
    return folded(indicator) == folded(steward::text(phrase::deviation_of_budget, Language::english)) ||
           folded(indicator) == folded(steward::text(phrase::deviation_of_budget, Language::chinese));
  }

  // What was written in a row; who owns the line answers where nobody else is named.
  void take_words(Deviation& deviation, int row, std::optional<LineNumber> line) const {
    deviation.row = row;
    deviation.written_cause = text(row, TargetsColumn::cause);
    if (const auto cause = read_keyword<Cause>(deviation.written_cause)) deviation.cause = cause.value();
    deviation.owner = text(row, TargetsColumn::owner);
    if (deviation.owner.empty() && line) deviation.owner = control_.lines()[*line].owner;
    deviation.commentary = text(row, TargetsColumn::commentary);
  }

  // A goal that was missed or passed, and a deviation that was asked about when a period was closed.
  void gather_row(int row) {
    const auto target = table_.number(row, TargetsColumn::target), result = table_.number(row, TargetsColumn::result);
    if (!target || !result) return;
    const auto line = line_of(row);
    const std::string indicator = text(row, TargetsColumn::indicator), period = text(row, TargetsColumn::period);
    const bool was_asked = is_budget_variance(indicator);
    const auto limits = thresholds(line);
    if (!was_asked && (limits.share <= 0 || !is_material(*result, *target, Nature::statistical, {limits.share, 0}))) return;
    Deviation deviation{line ? name_of(*line) : text(row, TargetsColumn::line), indicator, period, *target, *result, {},
                        line ? control_.lines()[*line].id : std::string(), {}, {}, {}, {}};
    if (const auto day = table_.date(row, TargetsColumn::period); day && control_.timeline().number_of(*day))
      deviation.period = control_.timeline().label(control_.timeline().number_of(*day).value());
    take_words(deviation, row, line);
    found_.push_back(std::move(deviation));
  }

  static bool is_material(double actual, double planned, Nature nature, const Thresholds& limits) {
    // Statistical lines have no flag of their own; whether the difference is material does not depend on the nature.
    const auto flag = variance::variance_flag(actual, planned, nature == Nature::statistical ? Nature::expense : nature,
                                              limits.amount, limits.share);
    return flag && !flag.value().empty();
  }

  bool stands_above_others(LineNumber line) {
    for (LineNumber other = 0; other < control_.lines().size(); ++other) {
      if (other == line) continue;
      const auto& key = control_.lines()[other].key;
      const auto& hits = control_.lines().hit_by(std::vector<std::string_view>(key.begin(), key.end()));
      if (std::ranges::find(hits, line) != hits.end()) return true;
    }
    return false;
  }

  void gather_line(LineNumber line) {
    const auto limits = thresholds(line);
    const auto standing = control_.standings().over(line, {period_, period_});
    if (!limits.any() || !standing.is_budgeted()) return;
    const Stage paid = control_.policy().accounting == control::Accounting::cash ? Stage::payment : Stage::actual;
    const Money actual = standing.of(control_.lines()[line].nature == Nature::revenue ? Stage::actual : paid);
    const double planned = standing.revised().amount(control_.decimals()), reached = actual.amount(control_.decimals());
    if (!is_material(reached, planned, control_.lines()[line].nature, limits) || stands_above_others(line)) return;
    const std::string period = control_.timeline().label(period_);
    const auto known = std::ranges::find_if(found_, [&](const Deviation& one) {
      return one.line == control_.lines()[line].id && is_budget_variance(one.indicator) && one.period == period;
    });
    if (known != found_.end()) return;
    Deviation deviation{name_of(line), std::string(steward::text(phrase::deviation_of_budget, control_.language())), period, planned,
                        reached, {}, control_.lines()[line].id, {}, control_.lines()[line].owner, {}, {}};
    found_.push_back(std::move(deviation));
  }

  ControlBook& control_;
  Measuring measuring_;
  const TableReader& table_;
  PeriodNumber period_;
  std::vector<Deviation> found_;
};

}  // namespace

std::vector<Deviation> deviations(ControlBook& control, PeriodNumber period) {
  return Gathering(control, period).gather();
}

std::string missing_of(const Deviation& deviation, Language language) {
  std::string missing;
  const auto add = [&](Phrase phrase) { missing += (missing.empty() ? "" : ", ") + std::string(text(phrase, language)); };
  if (!deviation.cause) add(phrase::missing_cause);
  if (deviation.owner.empty()) add(phrase::missing_owner);
  if (deviation.commentary.empty()) add(phrase::missing_commentary);
  return missing;
}

std::optional<AppendRows> asking_rows(const std::vector<Deviation>& deviations) {
  AppendRows rows{std::string(tables::targets.name), {}};
  const tables::Layout layout(tables::targets, 0);
  for (const auto& deviation : deviations) {
    if (deviation.row) continue;
    Row row(layout.width());
    const auto set = [&](TargetsColumn column, Content content) { row[layout.place(column)] = std::move(content); };
    set(TargetsColumn::line, deviation.line);
    set(TargetsColumn::indicator, deviation.indicator);
    set(TargetsColumn::target, deviation.planned);
    set(TargetsColumn::result, deviation.actual);
    set(TargetsColumn::period, deviation.period);
    if (!deviation.owner.empty()) set(TargetsColumn::owner, deviation.owner);
    rows.rows.append(std::move(row));
  }
  if (rows.rows.rows() == 0) return std::nullopt;
  return rows;
}

}  // namespace steward::plan
