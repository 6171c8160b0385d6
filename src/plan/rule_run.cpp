#include "plan/rule_run.hpp"

#include <algorithm>
#include <cmath>

#include "allocation/share.hpp"
#include "control/review.hpp"
#include "numeral.hpp"
#include "plan/line_named.hpp"
#include "plan/posting_rows.hpp"
#include "plan/virement.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {

using approval::Application;
using control::LineNumber;
using control::PeriodNumber;
using control::Trigger;
using control::Window;
using tables::LogColumn;
using tables::RulesColumn;

namespace {

constexpr const char* fired = "fired";

std::string key_of(const std::string& rule, const std::string& scope, const std::string& period) {
  return rule + '\x1f' + folded(field_text(scope)) + '\x1f' + period;
}

// Shares are shown in percent, amounts and multiples as they are.
std::string shown_value(Metric metric, double value) {
  if (std::isinf(value)) return "∞";
  const bool is_share = metric == Metric::attainment || metric == Metric::used || metric == Metric::execution ||
                        metric == Metric::pace || metric == Metric::deviation || metric == Metric::off_forecast ||
                        metric == Metric::flexed;
  return is_share ? numeral(std::round(value * 1e4) / 100) + " %" : numeral(std::round(value * 1e4) / 1e4);
}

// The windows of a basis up to the last that is over with a period, oldest first.
std::vector<Window> windows_until(const control::Timeline& timeline, Basis basis, PeriodNumber complete, int count) {
  std::vector<Window> windows;
  const auto whole = [&](PeriodNumber at) {
    if (basis == Basis::quarter) return timeline.quarter(at);
    if (basis == Basis::half_year) return timeline.half_year(at);
    return basis == Basis::year ? timeline.year(at) : Window{at, at};
  };
  if (basis == Basis::cumulative) {
    for (int back = count - 1; back >= 0; --back) {
      const PeriodNumber last = complete - back;
      windows.push_back({timeline.year(last).first, last});
    }
    return windows;
  }
  Window window = whole(complete);
  if (window.last > complete) window = whole(window.first - 1);
  for (int i = 0; i < count; ++i) {
    windows.insert(windows.begin(), window);
    window = whole(window.first - 1);
  }
  return windows;
}

// The period after one, within its year.
PeriodNumber first_ahead(const control::Timeline& timeline, PeriodNumber complete) {
  return std::min(complete + 1, timeline.year(complete).last);
}

Money sum_of(const std::vector<approval::Change>& changes) {
  Money sum;
  for (const auto& change : changes) sum += change.amount;
  return sum;
}

Money size_of(const std::vector<approval::Change>& changes) {
  Money size;
  for (const auto& change : changes) size += abs(change.amount);
  return size;
}

}  // namespace

PeriodNumber complete_period(ControlBook& control) {
  const auto now = control.timeline().number_of(control.as_of());
  PeriodNumber complete = now ? now.value() : 0;
  if (now && control.timeline().days(complete).last > control.as_of()) --complete;
  if (const auto current = control.policy().current) complete = std::max(complete, *current - 1);
  return complete;
}

RuleRun::RuleRun(const Request& request, ControlBook& control, Desk& desk)
    : request_(request), control_(control), desk_(desk), measuring_(control), ledger_(control, request.now) {
  const auto& log = control.table(tables::log);
  for (int row = 0; row < log.rows(); ++row) {
    if (log.text(row, LogColumn::what) != fired) continue;
    auto fields = log_fields(log.text(row, LogColumn::new_));
    fired_.insert(key_of(log.text(row, LogColumn::document), fields["scope"], fields["period"]));
  }
  ledger_.remember_all();
}

std::string RuleRun::say(Phrase phrase, const std::vector<std::string>& blanks) const {
  return filled(phrase, request_.now.language, blanks);
}

std::string RuleRun::cell_of(const std::string& id, const std::string& version) const {
  const auto& rules = control_.table(tables::rules);
  for (int row = 0; row < rules.rows(); ++row)
    if (rules.text(row, RulesColumn::rule) == id && rules.text(row, RulesColumn::version) == version)
      return workbook::address(control_.book(), rules.position(row, rules.layout().place(RulesColumn::rule)));
  return {};
}

bool RuleRun::is_known(const Met& met) const {
  return fired_.contains(key_of(met.rule, met.scope, met.period));
}

void RuleRun::find(const Met& met, bool acts, Phrase phrase, std::vector<std::string> more) {
  std::vector<std::string> blanks{met.scope, met.period, met.metric, met.value, met.limit};
  blanks.insert(blanks.end(), more.begin(), more.end());
  findings_.push_back({met.scope, met.cell, say(phrase, blanks), acts});
}

void RuleRun::note(const Met& met, RuleOutcome then, Money amount, const std::string& request) {
  fired_.insert(key_of(met.rule, met.scope, met.period));
  std::string text = "scope=" + field_text(met.scope) + "; period=" + met.period + "; metric=" + field_text(met.metric) +
                     "; value=" + met.value + "; limit=" + field_text(met.limit) + "; then=" + std::string(code_of(then));
  if (!amount.is_zero()) text += "; amount=" + numeral(amount.amount(control_.decimals()));
  desk_.log().add({met.rule, request, fired, "", text, ""});
}

void RuleRun::when_complete(PeriodNumber complete) {
  const Date end = control_.timeline().days(complete).last;
  for (const Trigger& rule : control_.triggers()) {
    const auto is_newer = [&](const Trigger& other) {
      if (other.id != rule.id || (other.from && *other.from > end)) return false;
      if (other.from != rule.from) return !rule.from || (other.from && *other.from > *rule.from);
      return std::pair(other.version.size(), other.version) > std::pair(rule.version.size(), rule.version);
    };
    const bool is_in_force = !rule.from || *rule.from <= end;
    if (is_in_force && std::ranges::none_of(control_.triggers(), is_newer)) judge(rule, complete);
  }
}

void RuleRun::judge(const Trigger& rule, PeriodNumber complete) {
  const auto& timeline = control_.timeline();
  const int count = std::max(rule.periods, 1);
  // A scenario is declared, it does not wait for the end of a period.
  const auto windows = rule.metric == Metric::scenario ? std::vector<Window>(count, timeline.year(complete + 1))
                                                       : windows_until(timeline, rule.basis, complete, count);
  const Window last = windows.back();
  if (rule.season && (!rule.season->contains(timeline.period(last.first).number) ||
                      !rule.season->contains(timeline.period(last.last).number)))
    return;
  for (const Scope& scope : measuring_.scopes(rule.scope)) judge_scope(rule, scope, windows);
}

void RuleRun::judge_scope(const Trigger& rule, const Scope& scope, const std::vector<Window>& windows) {
  std::vector<std::optional<double>> values;
  for (const Window window : windows)
    values.push_back(control::value_of(rule.metric, measuring_.measure(rule, scope, window), rule.fixed, control_.decimals()));
  if (!control::is_met(rule, values)) return;
  const Window last = windows.back();
  const std::string limit = rule.metric == Metric::scenario ? rule.per : shown_value(rule.metric, rule.limit);
  Met met{rule.name(), scope.name, window_label(control_.timeline(), rule.basis, last), std::string(code_of(rule.metric)),
          shown_value(rule.metric, *values.back()), std::string(code_of(rule.comparison)) + " " + limit,
          cell_of(rule.id, rule.version), &scope};
  if (request_.now.language == Language::chinese) met.metric = chinese_of(rule.metric);
  if (is_known(met)) return find(met, false, phrase::fired_before, {met.rule});
  if (rule.then == RuleOutcome::freeze) return freeze(met, rule.share, first_ahead(control_.timeline(), last.last));
  propose(met, rule.then, changes_of(rule, scope, last), last.last);
}

// A share of what each line has left in the year, on the periods to come and there where something is left; what was
// left over from earlier periods comes on the first of them.
RuleRun::Places RuleRun::spread_left(const Scope& scope, double share, PeriodNumber from) {
  Places places;
  const auto accounting = control_.policy().accounting;
  const Window year = control_.timeline().year(from), ahead{from, year.last};
  const auto lines = measuring_.tops(scope, [&](LineNumber line) {
    return measuring_.is_spending(line) && measuring_.is_budgeted(line, year);
  });
  for (const LineNumber line : lines) {
    const Money part = control::scaled(control_.standings().over(line, year).available(accounting), share);
    if (part <= Money()) continue;
    std::vector<Money> parts;
    Money all;
    for (PeriodNumber at = ahead.first; at <= ahead.last; ++at) {
      parts.push_back(std::max(control_.standings().over(line, {at, at}).available(accounting), Money()));
      all += parts.back();
    }
    if (all > part) {
      std::vector<double> weights;
      for (const Money& one : parts) weights.push_back(one.amount(control_.decimals()));
      parts = allocation::share(part, weights).value();
    } else {
      parts.front() += part - all;
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!parts[i].is_zero())
        places.push_back({control_.lines()[line].id, control_.timeline().label(ahead.first + static_cast<int>(i)), parts[i]});
  }
  return places;
}

void RuleRun::freeze(const Met& met, double share, PeriodNumber from) {
  const Places places = spread_left(*met.lines, share, from);
  note(met, RuleOutcome::freeze, sum_of(places), "");
  if (places.empty()) return find(met, true, phrase::fired_nothing_left, {met.rule});
  std::vector<ledger::Posting> postings;
  for (const auto& place : places) {
    Application one;
    one.line = place.line;
    one.period = place.period;
    ledger::Posting posting = posting_for(control_, one, Stage::freeze, request_.now.today);
    posting.document = control_.keep(met.rule);
    posting.request = {};
    posting.rule_version = posting.document;
    posting.memo = control_.keep(met.scope + " " + met.period);
    posting.line = control_.keep(place.line);
    posting.source = frozen_by_rule;
    posting.amount = place.amount;
    control_.checker().replay(posting);
    postings.push_back(std::move(posting));
  }
  if (ledger_.add(postings)) find(met, true, phrase::fired_frozen, {money(sum_of(places)), met.rule});
}

RuleRun::Places RuleRun::changed_by(const std::string& line, double share, Window window) {
  Places places;
  const auto found = line_named(control_, line);
  if (!found) return places;
  for (PeriodNumber at = window.first; at <= window.last; ++at) {
    const Money change = control::scaled(control_.standings().over(found.value(), {at, at}).revised(), share);
    if (!change.is_zero()) places.push_back({control_.lines()[found.value()].id, control_.timeline().label(at), change});
  }
  return places;
}

// What a consequence concerns: the window after the one that was judged, of a year what is left of it.
Window RuleRun::following(Basis basis, Window window) const {
  const auto& timeline = control_.timeline();
  const PeriodNumber next = window.last + 1;
  if (basis == Basis::month) return {next, next};
  if (basis == Basis::quarter) return timeline.quarter(next);
  if (basis == Basis::half_year) return timeline.half_year(next);
  const auto open = complete_period(control_) + 1;
  const Window year = timeline.year(window.last);
  return {std::clamp(open, year.first, year.last), year.last};
}

RuleRun::Places RuleRun::changes_of(const Trigger& rule, const Scope& scope, Window window) {
  Places places;
  const auto add = [&](Places more) { places.insert(places.end(), more.begin(), more.end()); };
  const Window next = following(rule.basis, window);
  const auto spending = measuring_.tops(scope, [&](LineNumber line) { return measuring_.is_spending(line); });
  switch (rule.then) {
    case RuleOutcome::end:
      places = spread_left(scope, 1, first_ahead(control_.timeline(), window.last));
      for (auto& place : places) place.amount = -place.amount;
      break;
    case RuleOutcome::shrink:
      for (const LineNumber line : spending) add(changed_by(control_.lines()[line].id, -rule.share, next));
      break;
    case RuleOutcome::adjust:
      for (const auto& head : rule.heads) add(changed_by(head.line, head.share, next));
      break;
    case RuleOutcome::flex: {
      const auto measured = measuring_.measure(rule, scope, window);
      const auto flexed = control::flexed_budget(measured, rule.fixed);
      if (!flexed || spending.empty()) break;
      std::vector<double> weights;
      for (const LineNumber line : spending)
        weights.push_back(std::max(control_.standings().over(line, window).revised(), Money()).amount(control_.decimals()));
      const auto parts = allocation::share(*flexed - *measured.budget, weights);
      for (std::size_t i = 0; parts && i < spending.size(); ++i)
        places.push_back({control_.lines()[spending[i]].id, control_.timeline().label(window.last), parts.value()[i]});
      break;
    }
    default:
      break;
  }
  std::erase_if(places, [](const auto& place) { return place.amount.is_zero(); });
  return places;
}

namespace {

Phrase proposal_of(RuleOutcome then) {
  switch (then) {
    case RuleOutcome::end: return phrase::proposal_end;
    case RuleOutcome::shrink: return phrase::proposal_shrink;
    case RuleOutcome::adjust: return phrase::proposal_adjust;
    case RuleOutcome::flex: return phrase::proposal_flex;
    case RuleOutcome::reforecast: return phrase::proposal_reforecast;
    case RuleOutcome::plan: return phrase::proposal_plan;
    default: return phrase::proposal_review;
  }
}

}  // namespace

void RuleRun::propose(const Met& met, RuleOutcome then, Places changes, PeriodNumber complete) {
  Application application;
  application.id = "R" + std::to_string(control_.requests().all().size() + ++new_requests_);
  application.type = changes.empty() ? RequestType::measure : RequestType::supplement;
  application.requested_by = std::string(rule_mark) + met.rule;
  application.requested_on = request_.now.today;
  application.line = changes.empty() ? control_.lines()[met.lines->lines.front()].id : changes.front().line;
  application.period = changes.empty() ? control_.timeline().label(complete) : changes.front().period;
  application.amount = size_of(changes);
  application.changes = std::move(changes);
  std::string amounts = money(size_of(application.changes));
  if (then == RuleOutcome::adjust || then == RuleOutcome::flex) amounts = changes_text(application, control_.decimals());
  const std::string proposal = say(proposal_of(then), {met.scope, amounts});
  application.purpose = proposal;
  const auto waiting = desk_.waiting_for(application);
  note(met, then, application.amount, application.id);
  desk_.log().add({met.rule, application.id, "request", "", application_text(application, control_.decimals()), proposal});
  requests_.rows.append(desk_.row_of(application, waiting));
  find(met, true, phrase::fired_proposed, {proposal, application.id, met.rule});
}

// The level of a line in the windows that are not over; what is not core is frozen.
void RuleRun::level_of(LineNumber line) {
  const auto now = control_.timeline().number_of(control_.as_of());
  auto reviews = control::review_of(line, control_.lines(), control_.rules(), control_.timeline(), control_.standings(),
                                    control_.policy().accounting, control_.as_of());
  std::erase_if(reviews, [&](const auto& review) { return !now || !review.window.contains(now.value()); });
  control::tightest_first(reviews);
  if (reviews.empty() || reviews.front().is_unbudgeted) return;
  const auto& review = reviews.front();
  const auto level = control::level_reached(review, control_.policy().accounting);
  const auto action = review.rule->action_at(level);
  if (!action) return;
  const Scope own{control::shown(std::span<const std::string>(control_.lines()[line].key)), {line}};
  static constexpr const char* words[] = {"fine", "yellow", "orange", "red", "over"};
  const Money revised = review.standing.revised();
  const double used = revised.is_zero() ? INFINITY
                                        : static_cast<double>(review.standing.consumed(control_.policy().accounting).minor()) /
                                              static_cast<double>(revised.minor());
  Met met{review.rule->name(), own.name, window_label(control_.timeline(), review.rule->basis, review.window) + " " + words[static_cast<int>(level)],
                std::string(code_of(Metric::used)), shown_value(Metric::used, used), words[static_cast<int>(level)],
                cell_of(review.rule->id, review.rule->version), &own};
  if (is_known(met)) return find(met, false, phrase::fired_before, {met.rule});
  if (*action != RuleOutcome::freeze) return propose(met, *action, {}, now.value());
  const Scope open = not_core(line, own.name);
  if (!open.lines.empty()) {
    met.lines = &open;
    return freeze(met, 1, now.value());
  }
  note(met, RuleOutcome::freeze, Money(), "");
  find(met, true, phrase::fired_core, {met.rule});
}

// The line itself, or, where something below it is core, what else is below it.
Scope RuleRun::not_core(LineNumber line, const std::string& name) {
  const auto is_core = [&](LineNumber at) {
    return std::ranges::any_of(control_.settings().all("core"),
                               [&](const auto& entry) { return measuring_.is_called(at, entry.item); });
  };
  Scope below{name, {}};
  bool any_core = is_core(line);
  for (LineNumber at = 0; at < control_.lines().size(); ++at) {
    const auto path = control_.lines().path(at);
    if (at == line || std::ranges::find(path, control_.lines()[line].id) == path.end()) continue;
    any_core = any_core || is_core(at);
    if (!is_core(at)) below.lines.push_back(at);
  }
  return any_core ? below : Scope{name, {line}};
}

void RuleRun::levels() {
  const auto acts = [](const control::Rule& rule) { return rule.action_at(control::AlertLevel::over).has_value(); };
  if (std::ranges::none_of(control_.rules().all(), acts)) return;
  for (LineNumber line = 0; line < control_.lines().size(); ++line) level_of(line);
}

void RuleRun::add_edits(Plan& plan) {
  if (!ledger_.is_empty()) {
    desk_.log().add({"", "", "post", "", ledger_.log_text(), ""});
    plan.edits.push_back(ledger_.edit());
  }
  if (requests_.rows.rows() > 0) plan.edits.push_back(std::move(requests_));
}

}  // namespace steward::plan
