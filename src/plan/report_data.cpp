#include "plan/report_data.hpp"

#include <algorithm>

#include "control/recovery.hpp"
#include "plan/tempo.hpp"

namespace steward::plan {
namespace {

using control::LineNumber;

control::Standing standing_of_year(const ControlBook& control, LineNumber line, control::Window year) {
  return control.standings().over(line, year);
}

// Thresholds and tolerance of the first rule that governs a line.
void add_rule(ControlBook& control, LineNumber line, Date as_of, ReportLine& report) {
  const auto period = control.timeline().number_of(as_of);
  const int of_year = period ? control.timeline().period(period.value()).number : 0;
  const auto rules = control.rules().governing(
      control.lines().path(line), {Stage::actual, as_of, of_year, control.lines()[line].owner});
  report.limit = report.budget;
  if (rules.empty()) return;
  report.thresholds = rules.front()->levels;
  report.limit = control::limit_of(report.budget, rules.front()->tolerance);
}

}  // namespace

Result<ReportData> report_data(ControlBook& control, Date as_of) {
  ReportData data;
  STEWARD_TRY(data.period, control.timeline().number_of(as_of));
  const control::Window year = control.timeline().year(data.period);
  auto& lines = control.lines();
  std::vector<Money> to_date(lines.size()), paid(lines.size()), later_actual(lines.size()), later_committed(lines.size());
  STEWARD_TRY(control.replay([&](int, const ledger::Posting& posting) {
    const bool commits = posting.stage == Stage::commitment || posting.stage == Stage::precommitment;
    const bool pays = posting.stage == Stage::payment;
    if (posting.stage != Stage::actual && !commits && !pays) return;
    const auto period = control.timeline().number_of(posting.day);
    if (!period || !year.contains(period.value())) return;
    const auto& hits = lines.hit_by(posting.key);
    if (pays) {
      for (const LineNumber line : hits)
        if (posting.day <= as_of) paid[line] += posting.amount;
      return;
    }
    if (hits.empty() && posting.day <= as_of) data.unbudgeted += posting.amount;
    for (const LineNumber line : hits) {
      if (posting.day > as_of)
        (commits ? later_committed : later_actual)[line] += posting.amount;
      else if (!commits)
        to_date[line] += posting.amount;
    }
  }));
  for (LineNumber line = 0; line < lines.size(); ++line) {
    const auto whole = standing_of_year(control, line, year);
    ReportLine report;
    report.key = lines[line].key;
    if (const auto above = lines.right_above(line)) report.within = *above;
    report.is_mixed = lines.is_mixed(line);
    report.nature = lines[line].nature;
    report.is_budgeted = whole.is_budgeted();
    report.budget_to_date = control.standings().over(line, {year.first, data.period}).revised();
    report.actual_to_date = to_date[line];
    report.spent_to_date = control.policy().accounting == control::Accounting::cash ? paid[line] : to_date[line];
    report.phased = phased_to(control, line, as_of);
    report.budget = whole.revised();
    report.actual = whole.of(Stage::actual) - later_actual[line];
    report.committed = whole.of(Stage::commitment) + whole.of(Stage::precommitment) - later_committed[line];
    add_rule(control, line, as_of, report);
    const auto accounting = control.policy().accounting;
    report.relief = report.budget < Money() ? std::max(whole.consumed(accounting) - report.budget, Money())
                                            : control::relief_of(line, year, lines, control.standings(), accounting);
    data.lines.push_back(std::move(report));
  }
  return data;
}

}  // namespace steward::plan
