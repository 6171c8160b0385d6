#include "control/carry.hpp"

#include <algorithm>

#include "cells.hpp"
#include "money/money.hpp"
#include "numeral.hpp"
#include "words/phrases/budget_functions.gen.hpp"

namespace steward::control {
namespace {

constexpr int decimals = 2;

Fault negative() { return {FaultKind::number, phrase::negative_value, {}}; }

// A share of an amount, rounded to the cent.
Result<Money> share_of(double amount, double share) { return Money::from(through_fifteen_digits(amount * share), decimals); }

Result<Money> capped(Money surplus, double cap, std::optional<double> budget, std::optional<double> encumbered) {
  if (!budget) return Fault{FaultKind::argument, phrase::cap_without_budget, {}};
  STEWARD_TRY(const Money most, share_of(*budget, cap));
  STEWARD_TRY(const Money committed, Money::from(encumbered.value_or(0), decimals));
  return std::min(surplus, std::max(most - committed, Money()));
}

bool is_share(double number) { return number >= 0 && number <= 1; }

}  // namespace

Result<double> carry(double available, CarryPolicy policy, double cap, std::optional<double> budget,
                     std::optional<double> encumbered, double floor) {
  if (cap < 0 || floor < 0 || encumbered.value_or(0) < 0) return negative();
  STEWARD_TRY(const Money left, Money::from(available, decimals));
  const Money surplus = std::max(left, Money());
  Money carried;
  switch (policy) {
    case CarryPolicy::none: break;
    case CarryPolicy::surplus: carried = surplus; break;
    case CarryPolicy::signed_: carried = left; break;
    case CarryPolicy::capped: {
      STEWARD_TRY(carried, capped(surplus, cap, budget, encumbered));
      break;
    }
    case CarryPolicy::lapse: {
      STEWARD_TRY(const Money least, Money::from(floor, decimals));
      if (surplus >= least) carried = surplus;
      break;
    }
  }
  return carried.amount(decimals);
}

Result<Table> reserve(double total, double pct, double emergency_share, const std::optional<Table>& released,
                      std::optional<double> months_kept, std::optional<double> monthly_cost) {
  if (!is_share(pct) || !is_share(emergency_share)) return Fault{FaultKind::number, phrase::not_a_share, {}};
  if (months_kept.has_value() != monthly_cost.has_value()) return Fault{FaultKind::argument, phrase::months_and_cost, {}};
  if (total < 0 || months_kept.value_or(0) < 0 || monthly_cost.value_or(0) < 0) return negative();
  STEWARD_TRY(const Money pool, share_of(total, pct));
  STEWARD_TRY(const Money emergency, share_of(pool.amount(decimals), emergency_share));
  Money drawn;
  if (released) {
    STEWARD_TRY(const auto amounts, amounts_in(*released));
    for (const double amount : amounts) {
      if (amount < 0) return negative();
      STEWARD_TRY(const Money one, Money::from(amount, decimals));
      drawn += one;
    }
  }
  if (drawn > pool) return Fault{FaultKind::number, phrase::more_than_reserve, {}};
  STEWARD_TRY(const Money untouchable, share_of(months_kept.value_or(0), monthly_cost.value_or(0)));
  const Money left = pool - drawn;
  std::vector<Value> row;
  for (const Money& part : {pool, pool - emergency, emergency, drawn, left, untouchable, std::max(left - untouchable, Money())})
    row.emplace_back(part.amount(decimals));
  return Table::row(std::move(row));
}

}  // namespace steward::control
