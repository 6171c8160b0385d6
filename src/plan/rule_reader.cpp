#include "plan/rule_reader.hpp"

#include <charconv>
#include <cmath>
#include <sstream>

#include "plan/options.hpp"
#include "words/phrases/rules.gen.hpp"

namespace steward::plan {
namespace {

using control::Rule;
using control::Trigger;
using tables::RulesColumn;

// "12", "1,200.5", "15 %": a number as somebody writes it.
std::optional<double> number_in(std::string text) {
  std::string plain;
  for (const char c : folded(text))
    if (c != ' ' && c != ',') plain += c;
  const bool is_share = plain.ends_with('%');
  if (is_share) plain.pop_back();
  if (plain.starts_with("−")) plain.replace(0, std::string("−").size(), "-");
  if (plain.starts_with('+')) plain.erase(0, 1);
  double number = 0;
  const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (plain.empty() || read.ec != std::errc{} || read.ptr != plain.data() + plain.size() || !std::isfinite(number))
    return std::nullopt;
  return is_share ? number / 100 : number;
}

// Reads the fields of one row and remembers the first mistake.
class RowFields {
 public:
  RowFields(const LogFields& fields, int decimals, int periods_in_year, std::optional<RuleMistake>& mistake)
      : fields_(fields), decimals_(decimals), periods_in_year_(periods_in_year), mistake_(mistake) {}

  std::string text(RulesColumn column) const {
    const auto field = fields_.find(std::string(tables::rules_columns[static_cast<std::size_t>(column)].code));
    return field == fields_.end() ? std::string() : field->second;
  }
  bool has(RulesColumn column) const { return !folded(text(column)).empty(); }

  template <class Word>
  std::optional<Word> word(RulesColumn column) {
    if (!has(column)) return std::nullopt;
    const auto read = read_keyword<Word>(text(column));
    if (read) return read.value();
    wrong(column, phrase::rule_word, {text(column), std::string(codes_of(Word{}))});
    return std::nullopt;
  }
  std::optional<double> number(RulesColumn column, double least) {
    if (!has(column)) return std::nullopt;
    const auto number = number_in(text(column));
    if (number && *number >= least) return number;
    wrong(column, phrase::rule_number, {text(column)});
    return std::nullopt;
  }
  std::optional<Money> money(RulesColumn column) {
    const auto amount = number(column, 0);
    if (!amount) return std::nullopt;
    const auto money = Money::from(*amount, decimals_);
    if (money) return money.value();
    wrong(column, phrase::rule_number, {text(column)});
    return std::nullopt;
  }
  std::optional<control::Season> season() {
    if (!has(RulesColumn::season)) return std::nullopt;
    const auto season = control::read_season(text(RulesColumn::season), periods_in_year_);
    if (!season) wrong(RulesColumn::season, phrase::rule_season, {text(RulesColumn::season)});
    return season;
  }
  std::optional<Date> from() {
    if (!has(RulesColumn::from_)) return std::nullopt;
    const auto day = read_day(text(RulesColumn::from_));
    if (!day) wrong(RulesColumn::from_, phrase::rule_date, {text(RulesColumn::from_)});
    return day;
  }
  std::optional<RuleOutcome> level_action(RulesColumn column) {
    const auto action = word<RuleOutcome>(column);
    const bool is_known = !action || action == RuleOutcome::plan || action == RuleOutcome::freeze || action == RuleOutcome::review;
    if (!is_known) wrong(column, phrase::rule_word, {text(column), "plan, freeze, review"});
    return is_known ? action : std::nullopt;
  }
  void wrong(RulesColumn column, Phrase sentence, std::vector<std::string> blanks) {
    if (!mistake_) mistake_ = RuleMistake{column, sentence, std::move(blanks)};
  }
  void need(RulesColumn column, Phrase why) {
    if (!has(column)) wrong(column, why, {});
  }

 private:
  const LogFields& fields_;
  int decimals_, periods_in_year_;
  std::optional<RuleMistake>& mistake_;
};

Rule rule_in(RowFields& row, const std::string& id) {
  Rule rule;
  rule.id = id;
  rule.version = row.text(RulesColumn::version);
  rule.from = row.from();
  if (row.has(RulesColumn::line)) rule.line = row.text(RulesColumn::line);
  if (row.text(RulesColumn::stage) != "*") rule.stage = row.word<Stage>(RulesColumn::stage);
  row.need(RulesColumn::basis, phrase::rule_needs_basis);
  row.need(RulesColumn::action, phrase::rule_needs_action);
  rule.basis = row.word<Basis>(RulesColumn::basis).value_or(rule.basis);
  rule.action = row.word<CheckAction>(RulesColumn::action).value_or(rule.action);
  rule.unbudgeted = row.word<CheckAction>(RulesColumn::unbudgeted).value_or(rule.unbudgeted);
  rule.tolerance.share = row.number(RulesColumn::tolerance_pct, 0);
  rule.tolerance.amount = row.money(RulesColumn::tolerance_amount);
  rule.tolerance.mode = row.word<LimitMode>(RulesColumn::tolerance_mode).value_or(rule.tolerance.mode);
  rule.levels.yellow = row.number(RulesColumn::yellow, 0).value_or(rule.levels.yellow);
  rule.levels.orange = row.number(RulesColumn::orange, 0).value_or(rule.levels.orange);
  rule.levels.red = row.number(RulesColumn::red, 0).value_or(rule.levels.red);
  std::istringstream pool(row.text(RulesColumn::pool));
  for (std::string member; pool >> member;) rule.pool.push_back(member);
  rule.owner = row.text(RulesColumn::owner);
  rule.season = row.season();
  rule.flags_under_run = row.number(RulesColumn::under, 0).value_or(0) != 0;
  rule.yellow_action = row.level_action(RulesColumn::yellow_action);
  rule.orange_action = row.level_action(RulesColumn::orange_action);
  rule.red_action = row.level_action(RulesColumn::red_action);
  rule.spike = row.number(RulesColumn::spike, 0);
  return rule;
}

void read_limit(RowFields& row, Trigger& rule) {
  row.need(RulesColumn::limit, phrase::rule_needs_limit);
  const auto written = row.text(RulesColumn::limit);
  if (rule.metric == Metric::scenario && !number_in(written)) {
    rule.per = written;
    rule.limit = 1;
    return;
  }
  const auto limit = number_in(written);
  if (!limit && row.has(RulesColumn::limit)) row.wrong(RulesColumn::limit, phrase::rule_number, {written});
  rule.limit = limit.value_or(0);
}

void read_consequence(RowFields& row, Trigger& rule) {
  row.need(RulesColumn::then, phrase::rule_needs_then);
  rule.then = row.word<RuleOutcome>(RulesColumn::then).value_or(rule.then);
  const auto share = row.number(RulesColumn::share, 0);
  rule.share = share.value_or(rule.then == RuleOutcome::freeze ? 1 : 0);
  if (rule.share > 1) row.wrong(RulesColumn::share, phrase::rule_share, {row.text(RulesColumn::share)});
  if (rule.then == RuleOutcome::shrink) row.need(RulesColumn::share, phrase::rule_needs_share);
  if (rule.then == RuleOutcome::adjust) row.need(RulesColumn::heads, phrase::rule_needs_heads);
  if (const auto heads = read_heads(row.text(RulesColumn::heads)))
    rule.heads = *heads;
  else
    row.wrong(RulesColumn::heads, phrase::rule_heads, {row.text(RulesColumn::heads)});
  const bool flexes = rule.then == RuleOutcome::flex || rule.metric == Metric::flexed;
  if (flexes) row.need(RulesColumn::per, phrase::rule_needs_volume);
  rule.fixed = row.money(RulesColumn::fixed).value_or(Money());
}

Trigger trigger_in(RowFields& row, const std::string& id) {
  Trigger rule;
  rule.id = id;
  rule.version = row.text(RulesColumn::version);
  rule.from = row.from();
  rule.metric = row.word<Metric>(RulesColumn::metric).value_or(rule.metric);
  rule.per = row.text(RulesColumn::per);
  if (row.has(RulesColumn::scope)) rule.scope = row.text(RulesColumn::scope);
  rule.comparison = row.word<Comparison>(RulesColumn::comparison)
                        .value_or(rule.metric == Metric::scenario ? Comparison::equal : rule.comparison);
  if (rule.metric != Metric::scenario) row.need(RulesColumn::comparison, phrase::rule_needs_comparison);
  read_limit(row, rule);
  const auto periods = row.number(RulesColumn::periods, 1);
  rule.periods = static_cast<int>(periods.value_or(1));
  if (periods && *periods != std::floor(*periods)) row.wrong(RulesColumn::periods, phrase::rule_number, {row.text(RulesColumn::periods)});
  // A scenario is declared for the year, so that it does not come true again in every month.
  rule.basis = row.word<Basis>(RulesColumn::basis).value_or(rule.metric == Metric::scenario ? Basis::year : Basis::month);
  if (rule.basis == Basis::pooled || rule.basis == Basis::life)
    row.wrong(RulesColumn::basis, phrase::rule_word, {row.text(RulesColumn::basis), "month, quarter, half-year, year, cumulative"});
  rule.season = row.season();
  read_consequence(row, rule);
  return rule;
}

}  // namespace

std::optional<std::vector<control::Head>> read_heads(std::string_view text) {
  std::vector<control::Head> heads;
  std::string written = folded(text).empty() ? std::string() : std::string(text);
  for (const std::string_view mark : {"，", "；", ";"})
    for (auto at = written.find(mark); at != std::string::npos; at = written.find(mark)) written.replace(at, mark.size(), ",");
  std::istringstream parts(written);
  for (std::string part; std::getline(parts, part, ',');) {
    while (part.ends_with(' ')) part.pop_back();
    if (part.find_first_not_of(' ') == std::string::npos) continue;
    part.erase(0, part.find_first_not_of(' '));
    // The share is what stands behind the last blank, but for one before the percent sign itself.
    auto end = part.size();
    if (part.ends_with(" %")) part.erase(end - 2, 1);
    const auto blank = part.find_last_of(' ');
    if (blank == std::string::npos) return std::nullopt;
    const auto share = number_in(part.substr(blank + 1));
    if (!share || !part.ends_with('%')) return std::nullopt;
    auto line = part.substr(0, blank);
    while (line.ends_with(' ')) line.pop_back();
    heads.push_back({std::move(line), *share});
  }
  return heads;
}

ReadRule read_rule(const std::string& id, const LogFields& fields, int decimals, int periods_in_year,
                   std::optional<RuleMistake>& mistake) {
  RowFields row(fields, decimals, periods_in_year, mistake);
  if (row.has(RulesColumn::metric)) return trigger_in(row, id);
  return rule_in(row, id);
}

}  // namespace steward::plan
