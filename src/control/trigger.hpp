#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "control/season.hpp"
#include "date.hpp"
#include "money/money.hpp"
#include "words/keywords.hpp"

/// When/then rules: a figure that compares so with its limit for so many periods has a consequence.
namespace steward::control {

/// A line and the share of its budget by which it changes.
struct Head {
  std::string line;  ///< as the rule names it
  double share = 0;
};

/// "When the metric of the scope compares so with the limit, for so many periods of the basis in a row, then …". A change
/// of a rule is a new version of it.
struct Trigger {
  std::string id, version;
  std::optional<Date> from;
  Metric metric = Metric::used;
  std::string per;          ///< what the metric is measured by: an indicator, a line, or the name of a scenario
  std::string scope = "*";  ///< a line, a code, a dimension, or "*" for each line
  Comparison comparison = Comparison::greater;
  double limit = 0;
  int periods = 1;
  Basis basis = Basis::month;
  std::optional<Season> season;
  RuleOutcome then = RuleOutcome::review;
  double share = 0;
  std::vector<Head> heads;
  Money fixed;  ///< of a flexed budget: what does not vary with the volume, in each window of the basis

  std::string name() const { return id + "/" + version; }
};

/// What is known of a scope in one window of time. What nobody recorded is nothing, which is not 0.
struct Measured {
  Money spent, earned, consumed;    ///< actual of expenses and assets, actual of revenue, consumed with commitments
  std::optional<Money> budget;      ///< revised; of the revenue lines where there are any
  std::optional<Money> available;
  std::optional<Money> to_date;     ///< budget phased from the beginning of the year
  Money spent_to_date;
  std::optional<Money> forecast;    ///< as it was frozen before the window began
  std::optional<double> units;      ///< what the metric is measured by: results, return, volume
  std::optional<double> planned;    ///< its target or planned volume
  bool has_revenue = false;         ///< the scope has revenue lines, of which attainment is measured
  bool is_in_scenario = false;      ///< the scenario that the rule names has been declared
};

/// The metric of a window; nothing where it cannot be told.
///   unit-cost    spent / units; a cost without any result is infinite, so that it is above every limit
///   multiple     return / spent: return is `units` where it is given, else what was earned
///   attainment   units / planned where they are given, else actual / budget
///   used         consumed / budget                       execution  spent / budget
///   pace         spent to date / budget phased to date   available, actual, consumed: amounts
///   deviation    (actual − budget) / |budget|, with its sign
///   off-forecast |actual − forecast| / |forecast|
///   flexed       |flexed − budget| / |budget|, see flexed_budget()
///   scenario     1 when it was declared, else 0
std::optional<double> value_of(Metric metric, const Measured& measured, Money fixed, int decimals);

/// FLEX: fixed + (budget − fixed) × volume / planned volume, to the minor unit. Nothing without a budget or volumes.
std::optional<Money> flexed_budget(const Measured& measured, Money fixed);

/// Whether the rule is met: in each of its last `periods` windows the metric is known and compares so with the limit.
/// `values` are of the windows one after the other, the latest last.
bool is_met(const Trigger& trigger, std::span<const std::optional<double>> values);

}  // namespace steward::control
