#include "plan/measuring.hpp"

#include <algorithm>

#include "plan/line_named.hpp"

namespace steward::plan {

using control::LineNumber;
using control::Measured;
using control::Trigger;
using control::Window;
using tables::TargetsColumn;

namespace {

std::string key_of(ControlBook& control, LineNumber line) {
  return control::shown(std::span<const std::string>(control.lines()[line].key));
}

bool has_part(const control::Line& line, const std::string& code) {
  return std::ranges::any_of(line.key, [&](const auto& part) { return folded(part) == code; });
}

void add(std::optional<double>& sum, std::optional<double> more) {
  if (more) sum = sum.value_or(0) + *more;
}

}  // namespace

Measuring::Measuring(ControlBook& control) : control_(control) {
  for (const auto& entry : control.settings().all("parent")) parents_.emplace(folded(entry.item), folded(entry.text));
}

// Whether a code is the other one or stands below it in the tree.
bool Measuring::is_within(const std::string& part, const std::string& code) const {
  std::string at = folded(part);
  for (std::size_t steps = 0; !at.empty() && steps <= parents_.size(); ++steps) {
    if (at == code) return true;
    const auto above = parents_.find(at);
    if (above == parents_.end()) return false;
    at = above->second;
  }
  return false;
}

bool Measuring::is_of(LineNumber line, Nature nature) const {
  return control_.lines()[line].nature == nature;
}

bool Measuring::is_spending(LineNumber line) const {
  return is_of(line, Nature::expense) || is_of(line, Nature::asset);
}

bool Measuring::is_budgeted(LineNumber line, Window window) const {
  return control_.standings().over(line, window).is_budgeted();
}

bool Measuring::is_called(LineNumber line, const std::string& name) const {
  const std::string wanted = folded(name);
  const auto& known = control_.lines()[line];
  if (wanted == folded(known.id) || wanted == folded(key_of(control_, line))) return true;
  return std::ranges::any_of(known.key, [&](const auto& part) { return is_within(part, wanted); });
}

std::vector<Scope> Measuring::scopes(const std::string& written) const {
  auto& lines = control_.lines();
  std::vector<Scope> found;
  const std::string wanted = folded(written);
  if (wanted.empty() || wanted == "*") {
    for (LineNumber line = 0; line < lines.size(); ++line) found.push_back({key_of(control_, line), {line}});
    return found;
  }
  for (LineNumber line = 0; line < lines.size(); ++line)
    if (folded(lines[line].id) == wanted || folded(key_of(control_, line)) == wanted)
      return {{key_of(control_, line), {line}}};
  Scope whole{written, {}};
  for (LineNumber line = 0; line < lines.size(); ++line)
    if (is_called(line, written)) whole.lines.push_back(line);
  if (!whole.lines.empty()) return {whole};
  for (std::size_t d = 0; d < control_.dimensions().size(); ++d) {
    if (folded(control_.dimensions()[d]) != wanted) continue;
    for (LineNumber line = 0; line < lines.size(); ++line) {
      const std::string& code = lines[line].key[d];
      const auto is_it = [&](const Scope& scope) { return folded(scope.name) == folded(code); };
      if (folded(code).empty()) continue;
      auto known = std::ranges::find_if(found, is_it);
      if (known == found.end()) known = found.insert(known, {code, {}});
      known->lines.push_back(line);
    }
  }
  return found;
}

std::vector<LineNumber> Measuring::tops(const Scope& scope, const Fits& fits) const {
  std::vector<LineNumber> fitting, found;
  std::ranges::copy_if(scope.lines, std::back_inserter(fitting), fits);
  for (const LineNumber line : fitting) {
    const auto& key = control_.lines()[line].key;
    const auto& hits = control_.lines().hit_by(std::vector<std::string_view>(key.begin(), key.end()));
    const bool is_below = std::ranges::any_of(hits, [&](LineNumber above) {
      return above != line && std::ranges::find(fitting, above) != fitting.end();
    });
    if (!is_below) found.push_back(line);
  }
  return found;
}

// The lines that hold what the metric is measured by: those of the scope that are called so, else the one of that name.
std::vector<LineNumber> Measuring::measured_by(const Trigger& rule, const Scope& scope) const {
  if (rule.metric == Metric::scenario) return {};
  if (folded(rule.per).empty()) {
    if (rule.metric != Metric::unit_cost) return {};
    return tops(scope, [&](LineNumber line) { return is_of(line, Nature::statistical); });
  }
  const std::string wanted = folded(rule.per);
  const auto own = tops(scope, [&](LineNumber line) { return has_part(control_.lines()[line], wanted); });
  if (!own.empty()) return own;
  if (const auto line = line_named(control_, rule.per)) return {line.value()};
  return {};
}

// The stretch of time that a row of Targets speaks of; of a blank one the whole that is asked for.
std::optional<Window> Measuring::window_of(int row, Window asked) const {
  const auto& table = control_.table(tables::targets);
  const auto& timeline = control_.timeline();
  const std::string written = table.text(row, TargetsColumn::period);
  if (folded(written).empty()) return asked;
  if (const auto day = table.date(row, TargetsColumn::period)) {
    const auto period = control_.timeline().number_of(*day);
    return period ? std::optional(Window{period.value(), period.value()}) : std::nullopt;
  }
  if (const auto label = calendar::parse_label(timeline.calendar(), written)) {
    const auto days = calendar::days_of(timeline.calendar(), label.value());
    if (!days) return std::nullopt;
    const auto first = control_.timeline().number_of(days.value().first), last = control_.timeline().number_of(days.value().last);
    return first && last ? std::optional(Window{first.value(), last.value()}) : std::nullopt;
  }
  const auto season = control::read_season(written, timeline.periods_in_year());
  if (!season) return std::nullopt;
  const auto first = timeline.year(asked.first).first;
  return Window{first + season->first - 1, first + season->last - 1};
}

// Results and goals of an indicator within a window; rows without a period count where none has one.
std::optional<Measuring::Recorded> Measuring::in_targets(const std::string& indicator, const Scope& scope,
                                                         Window asked) const {
  if (folded(indicator).empty()) return std::nullopt;
  const auto& table = control_.table(tables::targets);
  Recorded dated, undated;
  bool is_known = false, has_dated = false;
  for (int row = 0; row < table.rows(); ++row) {
    if (folded(table.text(row, TargetsColumn::indicator)) != folded(indicator)) continue;
    is_known = true;
    const std::string line = table.text(row, TargetsColumn::line);
    const bool concerns = folded(line).empty() || folded(line) == folded(scope.name) ||
                          std::ranges::any_of(scope.lines, [&](LineNumber own) { return is_called(own, line); });
    if (!concerns) continue;
    const bool is_dated = !folded(table.text(row, TargetsColumn::period)).empty();
    has_dated = has_dated || is_dated;
    const auto window = window_of(row, asked);
    if (!window || window->first < asked.first || window->last > asked.last) continue;
    Recorded& sum = is_dated ? dated : undated;
    add(sum.units, table.number(row, TargetsColumn::result));
    add(sum.planned, table.number(row, TargetsColumn::target));
  }
  if (!is_known) return std::nullopt;
  return has_dated ? dated : undated;
}

Measuring::Recorded Measuring::recorded(const Trigger& rule, const Scope& scope, Window window) const {
  if (const auto found = in_targets(rule.per, scope, window)) return *found;
  Recorded recorded;
  for (const LineNumber line : measured_by(rule, scope)) {
    const auto standing = control_.standings().over(line, window);
    add(recorded.units, standing.of(Stage::actual).amount(control_.decimals()));
    if (standing.is_budgeted()) add(recorded.planned, standing.revised().amount(control_.decimals()));
  }
  return recorded;
}

bool Measuring::has_measure(const Trigger& rule, const Scope& scope) const {
  const bool needs = rule.metric == Metric::unit_cost || rule.metric == Metric::flexed || rule.then == RuleOutcome::flex;
  if (rule.metric == Metric::scenario || (!needs && folded(rule.per).empty())) return true;
  return in_targets(rule.per, scope, {0, 0}) || !measured_by(rule, scope).empty();
}

// The last forecast that was frozen before the window began and reaches over all of it.
std::optional<Money> Measuring::forecast(const std::vector<LineNumber>& lines, Window window) const {
  std::optional<Money> found;
  std::string version;
  control::PeriodNumber first = 0;
  std::map<control::PeriodNumber, Money> sums;
  const auto take = [&] {
    Money sum;
    if (sums.empty() || first > window.first) return;
    for (auto period = window.first; period <= window.last; ++period) {
      if (!sums.contains(period)) return;
      sum += sums[period];
    }
    found = sum;
  };
  for (const auto& figure : control_.figures()) {
    if (figure.kind != VersionKind::forecast) continue;
    if (figure.version != version) {
      take();
      version = figure.version;
      first = figure.period;
      sums.clear();
    }
    first = std::min(first, figure.period);
    if (std::ranges::find(lines, figure.line) != lines.end()) sums[figure.period] += figure.amount;
  }
  take();
  return found;
}

Measured Measuring::measure(const Trigger& rule, const Scope& scope, Window window) const {
  Measured measured;
  const auto& standings = control_.standings();
  const auto accounting = control_.policy().accounting;
  const Stage paid = accounting == control::Accounting::cash ? Stage::payment : Stage::actual;
  const Window to_date{control_.timeline().year(window.last).first, window.last};
  const auto spending = tops(scope, [&](LineNumber line) { return is_spending(line); });
  const auto earning = tops(scope, [&](LineNumber line) { return is_of(line, Nature::revenue); });
  for (const LineNumber line : spending) {
    const auto standing = standings.over(line, window);
    measured.spent += standing.of(paid);
    measured.consumed += standing.consumed(accounting);
    measured.spent_to_date += standings.over(line, to_date).of(paid);
  }
  for (const LineNumber line : earning) measured.earned += standings.over(line, window).of(Stage::actual);
  measured.has_revenue = !earning.empty() && (spending.empty() || rule.metric == Metric::attainment);
  const auto own = tops(scope, [&](LineNumber line) {
    return (measured.has_revenue ? is_of(line, Nature::revenue) : is_spending(line)) && is_budgeted(line, window);
  });
  for (const LineNumber line : own) {
    const auto standing = standings.over(line, window);
    measured.budget = measured.budget.value_or(Money()) + standing.revised();
    measured.available = measured.available.value_or(Money()) + standing.available(accounting);
    measured.to_date = measured.to_date.value_or(Money()) + standings.over(line, to_date).revised();
  }
  if (rule.metric == Metric::off_forecast) measured.forecast = forecast(measured.has_revenue ? earning : spending, window);
  const auto recorded = this->recorded(rule, scope, window);
  measured.units = recorded.units;
  measured.planned = recorded.planned;
  for (const auto& entry : control_.settings().all("scenario"))
    measured.is_in_scenario = measured.is_in_scenario || (!folded(rule.per).empty() && folded(entry.text) == folded(rule.per));
  return measured;
}

std::string window_label(const control::Timeline& timeline, Basis basis, Window window) {
  const auto last = timeline.period(window.last);
  const int length = window.last - window.first + 1;
  if (basis == Basis::quarter && timeline.periods_in_year() % 4 == 0)
    return calendar::label({last.year, (last.number + length - 1) / length, calendar::Period::Kind::quarter});
  if (basis == Basis::half_year) return "FY" + std::to_string(last.year) + "-H" + (last.number > timeline.periods_in_year() / 2 ? "2" : "1");
  if (basis == Basis::year || basis == Basis::pooled) return calendar::label({last.year, 0, calendar::Period::Kind::year});
  if (basis == Basis::life) return "*";
  return timeline.label(window.last);
}

}  // namespace steward::plan
