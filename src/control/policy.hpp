#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "control/standing.hpp"

namespace steward::control {

/// Settings of a workbook under control that decide what a posting means.
struct Policy {
  int decimals = 2;
  std::string currency;  ///< of the budget
  Accounting accounting = Accounting::accrual;
  bool liquidate_by_quantity = false;
  std::optional<int> rate_age;                        ///< days that a rate of exchange may be old
  double recoverable_tax = 0;                         ///< 0: amounts are taken gross, 1: net
  std::map<PeriodNumber, PeriodState> period_states;  ///< a period that is not listed is open
  std::optional<PeriodNumber> current;                ///< overdue commitments move here
  std::set<std::string> approved_requests;            ///< ids of requests that were approved
  std::set<LineNumber> reserves;                      ///< lines whose money is spent by transfer only

  PeriodState state_of(PeriodNumber period) const {
    const auto entry = period_states.find(period);
    return entry == period_states.end() ? PeriodState::open : entry->second;
  }
};

}  // namespace steward::control
