#include "allocation/package_choice.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>

#include "money/money.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

// From one option to a dearer one of the same package: how much more it costs and brings.
struct Increment {
  std::int64_t cost, value;
  bool is_better_than(const Increment& other) const { return Minor(value) * other.cost > Minor(other.value) * cost; }
};

// Keeps the options of which none is both cheaper and better, by rising cost.
void drop_dominated(Package& package) {
  std::ranges::stable_sort(
      package, [](const Option& a, const Option& b) { return a.cost != b.cost ? a.cost < b.cost : a.value > b.value; });
  Package kept;
  for (const Option& option : package)
    if (kept.empty() || option.value > kept.back().value) kept.push_back(option);
  package = std::move(kept);
}

// The steps along the upper hull of a package, best value for its cost first.
std::vector<Increment> hull_of(const Package& package) {
  std::vector<const Option*> corners;
  const auto between = [](const Option& a, const Option& b) { return Increment{b.cost - a.cost, b.value - a.value}; };
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

// What the packages from some place on can still bring within a budget, beyond their cheapest options.
class Remainder {
 public:
  /// The steps come best first.
  explicit Remainder(const std::vector<Increment>& steps) {
    sums_.push_back({0, 0});
    for (const Increment& step : steps)
      sums_.push_back({sums_.back().cost + step.cost, sums_.back().value + step.value});
  }

  // Whole steps in order of their worth: a choice that can be made. The fraction of the next one bounds what could be.
  struct Estimate {
    std::int64_t whole, bound;
  };
  // `place` is where the last, larger budget ended; it only moves down.
  Estimate within(std::int64_t budget, std::size_t& place) const {
    while (sums_[place].cost > budget) --place;
    const Increment& whole = sums_[place];
    if (place + 1 == sums_.size()) return {whole.value, whole.value};
    const Increment& next = sums_[place + 1];
    return {whole.value, whole.value + part_of(budget - whole.cost, next.value - whole.value, next.cost - whole.cost)};
  }
  std::size_t last() const { return sums_.size() - 1; }

  // The step that a budget breaks, whose value for its cost is the price of money, and the money left before it.
  struct Break {
    Increment price;
    std::int64_t left;
  };
  std::optional<Break> breaking(std::int64_t budget) const {
    const auto next = std::ranges::upper_bound(sums_, budget, {}, &Increment::cost);
    if (next == sums_.end()) return std::nullopt;
    const Increment& whole = *(next - 1);
    return Break{{next->cost - whole.cost, next->value - whole.value}, budget - whole.cost};
  }

 private:
  // At least the whole part of left × value / cost; exact as long as the product is a double's whole number.
  static std::int64_t part_of(std::int64_t left, std::int64_t value, std::int64_t cost) {
    const double product = static_cast<double>(left) * static_cast<double>(value);
    const double part = std::floor(product / static_cast<double>(cost));
    constexpr double largest_exact = 9007199254740992.0;  // 2^53
    return static_cast<std::int64_t>(product < largest_exact ? part : part * (1 + 1e-15) + 1);
  }

  std::vector<Increment> sums_;
};

// A choice among the first packages, by what it costs and is worth beyond their cheapest options.
struct Partial {
  std::int64_t cost = 0, value = 0;
  std::uint32_t from = 0, option = 0;
};

class Search {
 public:
  Search(std::vector<Package> packages, std::int64_t budget, std::int64_t at_least, WorkLimit& work)
      : packages_(std::move(packages)), budget_(budget), best_(at_least), work_(work) {
    settle_certain();
    build_remainders();
  }

  Result<std::optional<std::vector<std::size_t>>> run() {
    // Each place of the search has its own sums, so that they grow with the square of the open packages.
    const std::size_t open = packages_.size() - settled_.size();
    if (open * open > 4 * work_.left) return Fault{FaultKind::number, phrase::too_much_work, {}};
    layers_.push_back({start_});
    std::size_t place = remainders_.front().last();
    consider(settled_.size(), start_, place);
    for (std::size_t depth = settled_.size(); depth < packages_.size(); ++depth) {
      auto next = extended(depth);
      if (!next) return Fault{FaultKind::number, phrase::too_much_work, {}};
      layers_.push_back(std::move(*next));
    }
    if (!best_depth_) return std::optional<std::vector<std::size_t>>();
    return std::optional(options_of_best());
  }
  const std::vector<Package>& packages() const { return packages_; }
  std::int64_t best() const { return best_; }

 private:
  // The best option of a package when money has its price at the fractional optimum, and what the second best loses.
  struct Ranking {
    std::size_t index, top;
    Minor loss;
  };

  static Ranking ranking_of(std::size_t index, const Package& package, const Increment& price) {
    std::vector<Minor> net;
    for (const Option& option : package)
      net.push_back(Minor(option.value) * price.cost - Minor(option.cost) * price.value);
    const auto top = static_cast<std::size_t>(std::ranges::max_element(net) - net.begin());
    const Minor best = net[top];
    net.erase(net.begin() + static_cast<std::ptrdiff_t>(top));
    const Minor loss = net.empty() ? std::numeric_limits<Minor>::max() : Minor(best - *std::ranges::max_element(net));
    return {index, top, loss};
  }

  // A package whose second best option already brings the fractional optimum down to the whole steps can only be taken
  // at its best; such packages are settled, the others are put in order of certainty.
  void settle_certain() {
    const auto breaking = Remainder(sorted_steps(0)).breaking(budget_);
    std::vector<Ranking> rankings;
    for (std::size_t i = 0; i < packages_.size(); ++i)
      rankings.push_back(breaking ? ranking_of(i, packages_[i], breaking->price)
                                  : Ranking{i, packages_[i].size() - 1, std::numeric_limits<Minor>::max()});
    std::ranges::stable_sort(rankings, std::greater<>(), &Ranking::loss);
    std::vector<Package> ordered;
    // Packages that are tied at the price stay open, whatever the gap.
    const Minor gap =
        breaking ? std::max(Minor(0), Minor(Minor(breaking->left) * breaking->price.value - breaking->price.cost))
                 : Minor(0);
    for (const Ranking& ranking : rankings) {
      Package& package = packages_[ranking.index];
      if (!breaking || ranking.loss > gap) {
        settled_.push_back(ranking.top);
        start_.cost += package[ranking.top].cost - package.front().cost;
        start_.value += package[ranking.top].value - package.front().value;
      }
      ordered.push_back(std::move(package));
    }
    packages_ = std::move(ordered);
  }

  // The steps of the packages from a place on, best first; later packages come first among equals.
  std::vector<Increment> sorted_steps(std::size_t from) const {
    std::vector<Increment> steps;
    for (std::size_t depth = packages_.size(); depth-- > from;)
      std::ranges::copy(hull_of(packages_[depth]), std::back_inserter(steps));
    std::ranges::stable_sort(steps, [](const Increment& a, const Increment& b) { return a.is_better_than(b); });
    return steps;
  }

  void build_remainders() {
    std::vector<Increment> steps;
    remainders_.emplace_back(steps);
    for (std::size_t depth = packages_.size(); depth-- > settled_.size();) {
      const auto sorted = static_cast<std::ptrdiff_t>(steps.size());
      std::ranges::copy(hull_of(packages_[depth]), std::back_inserter(steps));
      std::inplace_merge(steps.begin(), steps.begin() + sorted, steps.end(),
                         [](const Increment& a, const Increment& b) { return a.is_better_than(b); });
      remainders_.emplace_back(steps);
    }
    std::ranges::reverse(remainders_);
  }

  // Whether a partial choice can still lead to something better; what it leads to at once is remembered.
  bool consider(std::size_t depth, const Partial& partial, std::size_t& place) {
    const auto estimate = remainders_[depth - settled_.size()].within(budget_ - partial.cost, place);
    if (partial.value + estimate.whole > best_) {
      best_ = partial.value + estimate.whole;
      best_depth_ = depth;
      best_partial_ = partial;
    }
    return partial.value + estimate.bound > best_;
  }

  // Partial choices with one package more, by rising cost and value; none when the work limit is reached.
  std::optional<std::vector<Partial>> extended(std::size_t depth) {
    const Package& package = packages_[depth];
    std::vector<Partial> all, merged;
    for (std::size_t option = 0; option < package.size(); ++option) {
      const auto with_option = extended_by(depth, option);
      if (with_option.size() > work_.left) return std::nullopt;
      work_.left -= with_option.size();
      merged.clear();
      std::ranges::merge(all, with_option, std::back_inserter(merged), {}, &Partial::cost, &Partial::cost);
      keep_undominated(merged);
      std::swap(all, merged);
    }
    return all;
  }

  std::vector<Partial> extended_by(std::size_t depth, std::size_t option) {
    const Package& package = packages_[depth];
    const auto& layer = layers_[depth - settled_.size()];
    const std::int64_t cost = package[option].cost - package.front().cost;
    const std::int64_t value = package[option].value - package.front().value;
    std::size_t place = remainders_[depth + 1 - settled_.size()].last();
    std::vector<Partial> next;
    for (std::size_t at = 0; at < layer.size() && layer[at].cost + cost <= budget_; ++at) {
      const Partial longer{layer[at].cost + cost, layer[at].value + value, static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(option)};
      if (consider(depth + 1, longer, place)) next.push_back(longer);
    }
    return next;
  }

  // Of partial choices by rising cost, those that are worth more than every cheaper one.
  static void keep_undominated(std::vector<Partial>& partials) {
    std::size_t kept = 0;
    for (const Partial& partial : partials) {
      if (kept > 0 && partial.value <= partials[kept - 1].value) continue;
      if (kept > 0 && partial.cost == partials[kept - 1].cost) --kept;
      partials[kept++] = partial;
    }
    partials.resize(kept);
  }

  // The options taken on the way to the best choice, and from there on the whole steps that completed it.
  std::vector<std::size_t> options_of_best() const {
    std::vector<std::size_t> options = settled_;
    options.resize(packages_.size());
    Partial partial = best_partial_;
    for (std::size_t depth = *best_depth_; depth-- > settled_.size();) {
      options[depth] = partial.option;
      partial = layers_[depth - settled_.size()][partial.from];
    }
    complete(options);
    return options;
  }

  void complete(std::vector<std::size_t>& options) const {
    struct Step {
      Increment increment;
      std::size_t depth;
    };
    std::vector<Step> steps;
    // The order of sorted_steps(), so that ties have the same place.
    for (std::size_t depth = packages_.size(); depth-- > *best_depth_;)
      for (const Increment& increment : hull_of(packages_[depth])) steps.push_back({increment, depth});
    std::ranges::stable_sort(steps,
                             [](const Step& a, const Step& b) { return a.increment.is_better_than(b.increment); });
    std::int64_t left = budget_ - best_partial_.cost;
    std::vector<std::int64_t> spent(packages_.size());
    for (const Step& step : steps) {
      if (step.increment.cost > left) break;
      left -= step.increment.cost;
      spent[step.depth] += step.increment.cost;
    }
    for (std::size_t depth = *best_depth_; depth < packages_.size(); ++depth) {
      const Package& package = packages_[depth];
      const auto chosen = std::ranges::find(package, package.front().cost + spent[depth], &Option::cost);
      options[depth] = static_cast<std::size_t>(chosen - package.begin());
    }
  }

  std::vector<Package> packages_;
  std::int64_t budget_, best_;
  WorkLimit& work_;
  std::vector<Remainder> remainders_;
  std::vector<std::vector<Partial>> layers_;
  std::vector<std::size_t> settled_;  ///< options of the first packages, which are certain
  Partial start_, best_partial_;
  std::optional<std::size_t> best_depth_;
};

}  // namespace

Result<std::optional<Choice>> best_choice(std::vector<Package> packages, std::int64_t limit, WorkLimit& work,
                                          std::optional<std::int64_t> at_least) {
  std::int64_t cost = 0, value = 0;
  for (Package& package : packages) {
    drop_dominated(package);
    cost += package.front().cost;
    value += package.front().value;
  }
  if (cost > limit) return std::optional<Choice>();
  const std::int64_t floor = at_least ? *at_least - value : -1;
  Search search(std::move(packages), limit - cost, floor, work);
  STEWARD_TRY(const auto options, search.run());
  if (!options || (at_least && search.best() <= floor)) return std::optional<Choice>();
  Choice choice{value + search.best(), {}};
  for (std::size_t i = 0; i < options->size(); ++i)
    if (const auto row = search.packages()[i][(*options)[i]].row) choice.rows.push_back(*row);
  return std::optional(std::move(choice));
}

}  // namespace steward::allocation
