#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "control/levels.hpp"
#include "control/season.hpp"
#include "date.hpp"
#include "money/money.hpp"

namespace steward::control {

/// How far consumption may pass the budget: a share of |revised|, an amount, or the stricter or softer of the two.
struct Tolerance {
  std::optional<double> share;
  std::optional<Money> amount;
  LimitMode mode = LimitMode::lower;

  bool is_given() const { return share || amount; }
};

/// revised + tolerance, down to the last minor unit that still passes: 333.33 with 10 % is 366.66. Exact: the share is
/// taken as a decimal of nine places. A budget of 0 or less has no tolerance.
Money limit_of(Money revised, const Tolerance& tolerance);

/// revised − tolerance: what is consumed below it is an under-run beyond the tolerance. The tolerance is the same on both
/// sides: 333.33 ± 10 % is 300.00 to 366.66.
Money floor_of(Money revised, const Tolerance& tolerance);

/// What controls a line, from a date on. A change of a rule is a new version of it.
struct Rule {
  std::string id, version;
  std::optional<Date> from;
  std::string line = "*";      ///< stored id of the line it governs, with its subtree; "*" is every line
  std::optional<Stage> stage;  ///< nothing is every stage
  Basis basis = Basis::year;
  CheckAction action = CheckAction::stop, unbudgeted = CheckAction::stop;
  Tolerance tolerance;
  Thresholds levels;
  std::vector<std::string> pool;  ///< ids of the lines that share their budget on a pooled basis
  std::string owner;              ///< governs the lines of this owner only; empty is every owner
  std::optional<Season> season;   ///< the periods of the year in which it holds; nothing is always
  bool flags_under_run = false;   ///< the tolerance is ±
  std::optional<RuleOutcome> yellow_action, orange_action, red_action;
  std::optional<double> spike;    ///< of a year-end spike: the multiple of the average that is still usual

  /// What is to be done when a level is reached: of the level itself, else of a lower one.
  std::optional<RuleOutcome> action_at(AlertLevel level) const;

  /// "R1/2": what a posting carries as the version of the rule it met.
  std::string name() const { return id + "/" + version; }
};

/// What a rule is sought for: the stage and day of a posting, the period of the year in which it falls, and who owns its
/// line.
struct Occasion {
  Stage stage = Stage::actual;
  Date day{};
  int period_of_year = 0;
  std::string_view owner = {};
};

/// All rules, in the order of their table.
class RuleBook {
 public:
  explicit RuleBook(std::vector<Rule> rules = {}) : rules_(std::move(rules)) {}

  std::span<const Rule> all() const { return rules_; }
  /// The rules for a posting of a stage on a day, latest versions only. `lines` are the ids from the line itself to its
  /// most distant ancestor: the nearest that has rules of its own decides, "*" when none has; among those a rule for
  /// the stage goes before one for every stage, one for the owner before one for every owner, one for the season before
  /// one for the whole year. One that has several rules, for life and by year, is held by all of them.
  std::vector<const Rule*> governing(std::span<const std::string_view> lines, const Occasion& occasion) const;

 private:
  std::vector<Rule> rules_;
};

}  // namespace steward::control
