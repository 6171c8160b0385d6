#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "plan/control_book.hpp"

namespace steward::plan {

/// What a when/then rule looks at as one: a line, a code with everything below it, or all lines of a code.
struct Scope {
  std::string name;
  std::vector<control::LineNumber> lines;
};

/// Gathers what rules measure: figures of lines from the approved budget and the ledger, results, volumes and goals from
/// the Targets table or from lines of their own, forecasts from the Versions table.
class Measuring {
 public:
  explicit Measuring(ControlBook& control);

  /// The scopes that a rule names, each to be judged by itself: "*" is each line, a dimension's name each of its codes.
  /// Empty when nothing in the budget is called so.
  std::vector<Scope> scopes(const std::string& written) const;
  /// Whether what a metric is measured by can be found: an indicator of Targets or a line. `scope` may have lines of its
  /// own for it when nothing is named.
  bool has_measure(const control::Trigger& rule, const Scope& scope) const;
  control::Measured measure(const control::Trigger& rule, const Scope& scope, control::Window window) const;

  using Fits = std::function<bool(control::LineNumber)>;
  /// Those of the scope's lines that fit and stand under no other that does: their figures hold everything once.
  std::vector<control::LineNumber> tops(const Scope& scope, const Fits& fits) const;
  bool is_spending(control::LineNumber line) const;
  bool is_budgeted(control::LineNumber line, control::Window window) const;
  /// Whether a name means this line: its id, its key, a code of it, or a parent of such a code.
  bool is_called(control::LineNumber line, const std::string& name) const;

 private:
  struct Recorded {
    std::optional<double> units, planned;
  };
  bool is_of(control::LineNumber line, Nature nature) const;
  Recorded recorded(const control::Trigger& rule, const Scope& scope, control::Window window) const;
  std::optional<Recorded> in_targets(const std::string& indicator, const Scope& scope, control::Window window) const;
  std::optional<control::Window> window_of(int row, control::Window asked) const;
  std::vector<control::LineNumber> measured_by(const control::Trigger& rule, const Scope& scope) const;
  std::optional<Money> forecast(const std::vector<control::LineNumber>& lines, control::Window window) const;

  bool is_within(const std::string& part, const std::string& code) const;

  ControlBook& control_;
  std::map<std::string, std::string> parents_;  ///< by code, as names are compared
};

/// "FY2025-P03", "FY2025-Q1", "FY2025-H1", "FY2025": a window of a basis as messages and the log name it.
std::string window_label(const control::Timeline& timeline, Basis basis, control::Window window);

}  // namespace steward::plan
