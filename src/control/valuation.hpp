#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "control/policy.hpp"
#include "ledger/posting.hpp"

namespace steward::control {

/// Dated rates: budget currency for one unit of another.
class RateTable {
 public:
  void add(std::string_view currency, Date since, double rate);
  bool knows(std::string_view currency) const;
  /// The latest rate on or before a day, unless it is older than `most_days`; nothing when there is none.
  std::optional<double> at(std::string_view currency, Date day, std::optional<int> most_days) const;

 private:
  std::map<std::string, std::map<Date, double>> rates_;
};

/// What a posting counts in budget currency: (amount − recoverable share × tax) × rate, each to the nearest minor unit,
/// halves away from zero. The amount of a posting in another currency is in that currency and becomes `entered`; one
/// that comes with both must agree with its rate. A rate that the table knows is the only one that is taken.
/// Faults: refused when there is no rate, when the posting's own differs from the table's, or its amounts disagree.
Outcome value(ledger::Posting& posting, bool has_amount, const RateTable& rates, const Policy& policy);

/// amount × factor, exact to nine decimals of the factor.
Money scaled(Money amount, double factor);

}  // namespace steward::control
