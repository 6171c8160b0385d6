#pragma once

#include <set>
#include <string>
#include <vector>

#include "plan/desk.hpp"
#include "plan/ledger_writer.hpp"
#include "plan/measuring.hpp"

namespace steward::plan {

/// What a when/then rule or an alert level found.
struct RuleFinding {
  std::string scope, cell, sentence;
  bool acts = false;  ///< it has a consequence now; a rule that met this scope and period before has none again
};

/// Evaluates the when/then rules and the actions of alert levels that are in force. What they find is logged once for a
/// version of the rule, a scope and a period. A freeze is posted at once; everything else becomes a request that somebody
/// with authority decides. The ledger must have been replayed.
class RuleRun {
 public:
  RuleRun(const Request& request, ControlBook& control, Desk& desk);

  /// Judges the windows that are complete with a period: those that end with it, or before it.
  void when_complete(control::PeriodNumber period);
  /// Carries out what the levels say that lines have reached by the as-of date.
  void levels();

  const std::vector<RuleFinding>& findings() const { return findings_; }
  /// Postings, requests and what the log keeps of both; the rows of the log itself stay with the desk.
  void add_edits(Plan& plan);

 private:
  using Places = std::vector<approval::Change>;
  /// What is met: what a message and the log say of it.
  struct Met {
    std::string rule, scope, period, metric, value, limit, cell;
    const Scope* lines = nullptr;
  };

  void judge(const control::Trigger& rule, control::PeriodNumber complete);
  void judge_scope(const control::Trigger& rule, const Scope& scope, const std::vector<control::Window>& windows);
  void level_of(control::LineNumber line);
  void freeze(const Met& met, double share, control::PeriodNumber from);
  void propose(const Met& met, RuleOutcome then, Places changes, control::PeriodNumber complete);
  Places changes_of(const control::Trigger& rule, const Scope& scope, control::Window window);
  Places spread_left(const Scope& scope, double share, control::PeriodNumber from);
  Scope not_core(control::LineNumber line, const std::string& name);
  Places changed_by(const std::string& line, double share, control::Window window);
  control::Window following(Basis basis, control::Window window) const;
  bool is_known(const Met& met) const;
  void note(const Met& met, RuleOutcome then, Money amount, const std::string& request);
  void find(const Met& met, bool acts, Phrase phrase, std::vector<std::string> more);
  std::string cell_of(const std::string& id, const std::string& version) const;
  std::string money(Money amount) const { return amount.text(control_.decimals()); }
  std::string say(Phrase phrase, const std::vector<std::string>& blanks) const;

  const Request& request_;
  ControlBook& control_;
  Desk& desk_;
  Measuring measuring_;
  LedgerWriter ledger_;
  AppendRows requests_{std::string(tables::requests.name), {}};
  std::size_t new_requests_ = 0;
  std::set<std::string> fired_;
  std::vector<RuleFinding> findings_;
};

/// The last period that is over: its days are past by the as-of date, or it is closed.
control::PeriodNumber complete_period(ControlBook& control);

}  // namespace steward::plan
