#pragma once

#include <optional>
#include <string>

#include "control/rule.hpp"
#include "plan/options.hpp"

namespace steward::plan {

/// What a call of Set Up Control asks for beside how its table is read: the rule, the policy, rates and the tree.
struct Wishes {
  control::Rule rule;
  std::optional<Date> cut_over;
  Date as_of{};
  Language language = Language::english;
  int decimals = 2;
  std::string currency;
  std::string accounting = "accrual", liquidation = "amount";
  double recoverable_tax = 0;
  std::optional<double> rate_age;
  Table rates;  ///< currency, date, rate
  Table tree;   ///< code, parent
};

/// Reads the options of Set Up Control. Faults: refused at the first option that cannot be read.
Result<Wishes> read_wishes(const Request& request);

}  // namespace steward::plan
