#include "allocation/reallocate.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "allocation/share.hpp"
#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

constexpr int decimals = 2;
constexpr double precision = 1e-12;

struct Rule {
  double from, moved;
};

Result<std::vector<Rule>> rules_in(const Table& table) {
  const Fault fault{FaultKind::argument, phrase::rules_unusable, {}};
  if (table.columns() != 2 || table.rows() == 0) return fault;
  std::vector<Rule> rules;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    STEWARD_TRY(const auto from, number_in(table.at(row, 0)));
    STEWARD_TRY(const auto moved, number_in(table.at(row, 1)));
    if (!from || !moved) return fault;
    if (*moved < -1) return Fault{FaultKind::number, phrase::not_a_share, {}};
    rules.push_back({*from, *moved});
  }
  std::ranges::sort(rules, std::greater<>(), &Rule::from);
  if (std::ranges::adjacent_find(rules, {}, &Rule::from) != rules.end()) return fault;
  return rules;
}

double moved_by(const std::vector<Rule>& rules, double budget, double result) {
  if (budget == 0) return 0;
  const auto rule =
      std::ranges::find_if(rules, [&](const Rule& each) { return result / budget >= each.from - precision; });
  return rule == rules.end() ? 0 : rule->moved;
}

// The wishes of one side, scaled so that they move the pool.
Result<std::vector<Money>> scaled(const std::vector<Money>& wishes, const Money& pool) {
  if (pool.is_zero()) return std::vector<Money>(wishes.size());
  std::vector<double> weights;
  for (const Money& wish : wishes) weights.push_back(static_cast<double>(wish.minor()));
  return share(pool, weights);
}

}  // namespace

Result<Table> reallocate(std::span<const double> budget, std::span<const double> results, const Table& rules) {
  if (budget.size() != results.size()) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  STEWARD_TRY(const auto usable, rules_in(rules));
  std::vector<Money> budgets, cuts, raises;
  for (std::size_t i = 0; i < budget.size(); ++i) {
    if (budget[i] < 0) return Fault{FaultKind::number, phrase::negative_budget, {}};
    STEWARD_TRY(const Money present, Money::from(budget[i], decimals));
    STEWARD_TRY(const Money wish, Money::from(budget[i] * moved_by(usable, budget[i], results[i]), decimals));
    budgets.push_back(present);
    cuts.push_back(wish < Money() ? -wish : Money());
    raises.push_back(wish < Money() ? Money() : wish);
  }
  const Money all_cuts = std::accumulate(cuts.begin(), cuts.end(), Money());
  const Money all_raises = std::accumulate(raises.begin(), raises.end(), Money());
  const Money pool = std::min(all_cuts, all_raises);
  STEWARD_TRY(const auto taken, scaled(cuts, pool));
  STEWARD_TRY(const auto given, scaled(raises, pool));
  Table proposals;
  for (std::size_t i = 0; i < budgets.size(); ++i) {
    const Money change = given[i] - taken[i];
    const char* action = change.is_zero() ? "hold" : change < Money() ? "cut" : "raise";
    proposals.append({std::string(action), change.amount(decimals), (budgets[i] + change).amount(decimals)});
  }
  return proposals;
}

}  // namespace steward::allocation
