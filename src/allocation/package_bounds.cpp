#include "allocation/package_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

namespace steward::allocation {
namespace {

constexpr double largest_exact = 9007199254740992.0;  // 2^53

Increment between(const Option& a, const Option& b) { return {b.cost - a.cost, b.value - a.value}; }

// At least the whole part of (left × value + more) / cost; exact as long as the product is a double's whole number.
std::int64_t part_of(std::int64_t left, std::int64_t value, std::int64_t cost, double more = 0) {
  const double product = static_cast<double>(left) * static_cast<double>(value) + more;
  const double part = std::floor(product / static_cast<double>(cost));
  return static_cast<std::int64_t>(std::abs(product) < largest_exact ? part : part + std::abs(part) * 1e-15 + 1);
}

// In lowest terms; nothing for a step that does not cost and bring more.
void add_price(std::vector<Increment>& prices, const Increment& step) {
  if (step.cost <= 0 || step.value <= 0) return;
  const auto common = std::gcd(step.cost, step.value);
  prices.push_back({step.cost / common, step.value / common});
}

std::vector<Increment> some_of(std::vector<Increment> prices) {
  std::ranges::sort(prices, [](const Increment& a, const Increment& b) { return a.is_better_than(b); });
  constexpr std::size_t most = 15;
  std::vector<Increment> some;
  for (std::size_t i = 1; i <= most && !prices.empty(); ++i) some.push_back(prices[i * (prices.size() - 1) / most]);
  return some;
}

// Prices that may make a bound tight: those of steps between options beyond the cheapest, where each option has its
// constant, and those between such steps, where each step has.
std::vector<Increment> candidate_prices(const std::vector<Package>& packages, std::size_t first) {
  std::vector<Increment> of_steps, between_steps;
  for (std::size_t i = first; i < packages.size(); ++i)
    for (std::size_t j = 2; j < packages[i].size(); ++j) {
      const Increment step = between(packages[i][j - 1], packages[i][j]), before = between(packages[i][j - 2], packages[i][j - 1]);
      add_price(of_steps, step);
      const std::int64_t sign = step.cost < before.cost ? -1 : 1;
      add_price(between_steps, {sign * (step.cost - before.cost), sign * (step.value - before.value)});
    }
  auto prices = some_of(std::move(of_steps));
  std::ranges::copy(some_of(std::move(between_steps)), std::back_inserter(prices));
  return prices;
}

// What an option is worth beyond the price of its cost, times the cost of the price.
Minor rest_of(const Package& package, const Option& option, const Increment& price) {
  const Increment step = between(package.front(), option);
  return Minor(step.value) * price.cost - Minor(step.cost) * price.value;
}

Minor common_divisor(Minor a, Minor b) {
  while (b != 0) a = std::exchange(b, Minor(a % b));
  return a < 0 ? Minor(-a) : a;
}

// Largest and smallest rest of the options beyond the first ones, and what divides all rests.
struct Rests {
  Minor most = 0, least = 0, divisor = 0;
  bool any = false;
};
Rests rests_of(const std::vector<Package>& packages, std::size_t first, const Increment& price) {
  Rests rests;
  for (std::size_t i = first; i < packages.size(); ++i)
    for (std::size_t j = 1; j < packages[i].size(); ++j) {
      const Minor rest = rest_of(packages[i], packages[i][j], price);
      rests.most = rests.any ? std::max(rests.most, rest) : rest;
      rests.least = rests.any ? std::min(rests.least, rest) : rest;
      rests.divisor = common_divisor(rests.divisor, rest);
      rests.any = true;
    }
  return rests;
}

constexpr std::int64_t largest_rest = std::int64_t{1} << 52;

// Units in which the rests may be counted: what divides them, where that is not too small, and the largest of them.
std::vector<std::int64_t> candidate_units(const Rests& rests) {
  std::vector<std::int64_t> units;
  constexpr int most_units = 64;
  if (!rests.any || rests.most <= 0 || rests.most >= largest_rest) return units;
  if (rests.divisor > 0 && rests.most / rests.divisor <= most_units) units.push_back(static_cast<std::int64_t>(rests.divisor));
  units.push_back(static_cast<std::int64_t>(rests.most));
  return units;
}

// The steps of a package when an option is worth the units of its rest, rounded up.
std::vector<Increment> unit_steps(const Package& package, const Split& split) {
  Package counted{Option{}};
  for (std::size_t j = 1; j < package.size(); ++j) {
    const Minor rest = rest_of(package, package[j], split.price);
    const Minor units = rest <= 0 ? Minor(0) : Minor((rest + split.unit - 1) / split.unit);
    counted.push_back({package[j].cost - package.front().cost, static_cast<std::int64_t>(units)});
  }
  drop_dominated(counted);
  return hull_of(counted);
}

std::vector<Remainder> unit_remainders(const std::vector<Package>& packages, std::size_t first, const Split& split) {
  const auto better = [](const Increment& a, const Increment& b) { return a.is_better_than(b); };
  std::vector<Increment> steps;
  std::vector<Remainder> remainders{Remainder(steps)};
  for (std::size_t i = packages.size(); i-- > first;) {
    const auto sorted = static_cast<std::ptrdiff_t>(steps.size());
    std::ranges::copy(unit_steps(packages[i], split), std::back_inserter(steps));
    std::inplace_merge(steps.begin(), steps.begin() + sorted, steps.end(), better);
    remainders.emplace_back(steps);
  }
  std::ranges::reverse(remainders);
  return remainders;
}

std::int64_t bound_at(const Split& split, std::int64_t budget, std::int64_t units) {
  return part_of(budget, split.price.value, split.price.cost, static_cast<double>(split.unit) * static_cast<double>(units));
}

}  // namespace

void drop_dominated(Package& package) {
  std::ranges::stable_sort(
      package, [](const Option& a, const Option& b) { return a.cost != b.cost ? a.cost < b.cost : a.value > b.value; });
  Package kept;
  for (const Option& option : package)
    if (kept.empty() || option.value > kept.back().value) kept.push_back(option);
  package = std::move(kept);
}

std::vector<Increment> hull_of(const Package& package) {
  std::vector<const Option*> corners;
  for (const Option& option : package) {
    while (corners.size() >= 2 &&
           !between(*corners[corners.size() - 2], *corners.back()).is_better_than(between(*corners.back(), option)))
      corners.pop_back();
    corners.push_back(&option);
  }
  std::vector<Increment> steps;
  for (std::size_t i = 1; i < corners.size(); ++i) steps.push_back(between(*corners[i - 1], *corners[i]));
  return steps;
}

Remainder::Remainder(const std::vector<Increment>& steps) {
  sums_.push_back({0, 0});
  for (const Increment& step : steps) sums_.push_back({sums_.back().cost + step.cost, sums_.back().value + step.value});
}

Remainder::Estimate Remainder::within(std::int64_t budget, std::size_t& place) const {
  while (sums_[place].cost > budget) --place;
  const Increment& whole = sums_[place];
  if (place + 1 == sums_.size()) return {whole.value, whole.value};
  const Increment& next = sums_[place + 1];
  return {whole.value, whole.value + part_of(budget - whole.cost, next.value - whole.value, next.cost - whole.cost)};
}

std::optional<Remainder::Break> Remainder::breaking(std::int64_t budget) const {
  const auto next = std::ranges::upper_bound(sums_, budget, {}, &Increment::cost);
  if (next == sums_.end()) return std::nullopt;
  const Increment& whole = *(next - 1);
  return Break{{next->cost - whole.cost, next->value - whole.value}, budget - whole.cost};
}

UnitBound::UnitBound(const std::vector<Package>& packages, std::size_t first, std::int64_t budget) : first_(first) {
  std::optional<std::int64_t> least;
  for (const Increment& price : candidate_prices(packages, first))
    for (const std::int64_t unit : candidate_units(rests_of(packages, first, price))) {
      const Split split{price, unit};
      std::vector<Increment> steps;
      for (std::size_t i = first; i < packages.size(); ++i) std::ranges::copy(unit_steps(packages[i], split), std::back_inserter(steps));
      std::ranges::stable_sort(steps, [](const Increment& a, const Increment& b) { return a.is_better_than(b); });
      const Remainder root(steps);
      std::size_t place = root.last();
      const std::int64_t bound = bound_at(split, budget, root.within(budget, place).bound);
      if (least && bound >= *least) continue;
      least = bound;
      split_ = split;
    }
  if (least) units_ = unit_remainders(packages, first, split_);
}

std::int64_t UnitBound::within(std::size_t depth, std::int64_t budget, std::size_t& place) const {
  return bound_at(split_, budget, units_[depth - first_].within(budget, place).bound);
}

FewBound::FewBound(const std::vector<Package>& packages, std::size_t first, std::int64_t budget) : first_(first) {
  std::vector<std::int64_t> sorted;
  costs_.resize(packages.size() - first + 1, {0});
  for (std::size_t i = packages.size(); i-- > first;) {
    if (packages[i].size() > 1) {
      const std::int64_t cost = packages[i].back().cost - packages[i].front().cost;
      sorted.insert(std::ranges::upper_bound(sorted, cost, std::greater<>()), cost);
    }
    auto& sums = costs_[i - first];
    for (const std::int64_t cost : sorted) sums.push_back(sums.back() + cost);
  }
  std::optional<std::int64_t> least;
  for (const Increment& price : candidate_prices(packages, first)) {
    const Rests rests = rests_of(packages, first, price);
    if (!rests.any || rests.most >= 0 || -rests.most >= largest_rest) continue;
    const Split kept = std::exchange(split_, Split{price, static_cast<std::int64_t>(rests.most)});
    std::size_t place = last(first);
    const std::int64_t bound = within(first, budget, place);
    if (least && bound >= *least) split_ = kept;
    else least = bound;
  }
  if (!least) costs_.clear();
}

// With few packages the budget cannot be spent; with more, each takes its premium.
std::int64_t FewBound::within(std::size_t depth, std::int64_t budget, std::size_t& place) const {
  const auto& sums = costs_[depth - first_];
  while (place > 0 && sums[place - 1] >= budget) --place;
  std::int64_t bound = bound_at(split_, std::min(sums[place], budget), static_cast<std::int64_t>(place));
  if (place > 0) bound = std::max(bound, bound_at(split_, sums[place - 1], static_cast<std::int64_t>(place) - 1));
  return std::max<std::int64_t>(bound, 0);
}

}  // namespace steward::allocation
