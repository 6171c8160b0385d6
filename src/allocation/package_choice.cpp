#include "allocation/package_choice.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>

#include "allocation/package_bounds.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

// A choice among the first packages, by what it costs and is worth beyond their cheapest options.
struct Partial {
  std::int64_t cost = 0, value = 0, bound = 0;
  std::uint32_t from = 0, option = 0;
};

// More than any loss can be.
const Minor unlimited = Minor(1) << 120;

class Search {
 public:
  Search(std::vector<Package> packages, std::int64_t budget, std::int64_t at_least, WorkLimit& work)
      : packages_(std::move(packages)), budget_(budget), best_(at_least), work_(work) {
    settle_certain();
    build_remainders();
    units_.emplace(packages_, settled_.size(), budget_ - start_.cost);
    few_.emplace(packages_, settled_.size(), budget_ - start_.cost);
    find_common_factors();
  }

  /// Searches with few partial choices first, those of the best prospects: what they find lets the later, wider
  /// searches leave out almost everything. The choice is proved when nothing was left out for the width.
  Result<std::optional<std::vector<std::size_t>>> run() {
    // Each place of the search has its own sums, so that they grow with the square of the open packages.
    const std::size_t open = packages_.size() - settled_.size();
    if (open * open > 4 * work_.left) return Fault{FaultKind::number, phrase::too_much_work, {}};
    for (const std::size_t width : {64u, 1'000u, 16'000u, std::numeric_limits<unsigned>::max()}) {
      const auto is_complete = search(width);
      if (!is_complete) return Fault{FaultKind::number, phrase::too_much_work, {}};
      if (best_depth_) found_ = options_of_best();
      if (*is_complete) break;
      mark_hopeless();
    }
    return found_;
  }
  const std::vector<Package>& packages() const { return packages_; }
  std::int64_t best() const { return best_; }

 private:
  // One search with so many partial choices at each place at most: whether it has left none out; nothing when the work
  // limit is reached.
  std::optional<bool> search(std::size_t width) {
    bool is_complete = true;
    best_depth_.reset();
    layers_.clear();
    Places places = last_places(settled_.size());
    if (!consider(settled_.size(), start_, places)) return true;
    layers_.push_back({start_});
    for (std::size_t depth = settled_.size(); depth < packages_.size(); ++depth) {
      auto next = extended(depth);
      if (!next) return std::nullopt;
      if (next->size() > width) {
        keep_best_prospects(*next, width);
        is_complete = false;
      }
      layers_.push_back(std::move(*next));
    }
    return is_complete;
  }

  // An option with which even the fractional optimum at the price of money reaches nothing better than what is known need
  // not be looked at again.
  void mark_hopeless() {
    const auto breaking = Remainder(sorted_steps(0)).breaking(budget_);
    if (!breaking) return;
    const auto& price = breaking->price;
    const auto net = [&](const Package& package, const Option& option) {
      return Minor(Minor(option.value - package.front().value) * price.cost -
                   Minor(option.cost - package.front().cost) * price.value);
    };
    std::vector<Minor> most;
    Minor bound = Minor(budget_) * price.value;
    for (const Package& package : packages_) {
      Minor best = 0;
      for (const Option& option : package) best = std::max(best, net(package, option));
      most.push_back(best);
      bound += best;
    }
    const Minor needed = (Minor(best_) + value_unit_) * price.cost;
    hopeless_.assign(packages_.size(), {});
    for (std::size_t i = 0; i < packages_.size(); ++i)
      for (const Option& option : packages_[i])
        hopeless_[i].push_back(bound - most[i] + net(packages_[i], option) < needed);
  }

  static void keep_best_prospects(std::vector<Partial>& partials, std::size_t width) {
    const auto end = partials.begin() + static_cast<std::ptrdiff_t>(width);
    std::ranges::nth_element(partials, end, std::greater<>(), &Partial::bound);
    partials.erase(end, partials.end());
    std::ranges::sort(partials, {}, &Partial::cost);
  }

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
    const Minor loss = net.empty() ? unlimited : Minor(best - *std::ranges::max_element(net));
    return {index, top, loss};
  }

  // A package whose second best option already brings the fractional optimum down to the whole steps can only be taken
  // at its best; such packages are settled, the others are put in order of certainty.
  void settle_certain() {
    const auto breaking = Remainder(sorted_steps(0)).breaking(budget_);
    std::vector<Ranking> rankings;
    for (std::size_t i = 0; i < packages_.size(); ++i)
      rankings.push_back(breaking ? ranking_of(i, packages_[i], breaking->price)
                                  : Ranking{i, packages_[i].size() - 1, unlimited});
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

  // All costs are multiples of one amount, and all values of another: what lies between cannot be reached.
  void find_common_factors() {
    std::int64_t cost = 0;
    for (const Package& package : packages_)
      for (const Option& option : package) {
        cost = std::gcd(cost, option.cost - package.front().cost);
        value_unit_ = std::gcd(value_unit_, option.value - package.front().value);
      }
    if (cost > 0) budget_ -= budget_ % cost;
    value_unit_ = std::max<std::int64_t>(value_unit_, 1);
  }

  // Where the bounds ended for the last, larger budget.
  struct Places {
    std::size_t steps, units, few;
  };
  Places last_places(std::size_t depth) const {
    return {remainders_[depth - settled_.size()].last(), units_->exists() ? units_->last(depth) : 0, few_->exists() ? few_->last(depth) : 0};
  }

  // Whether a partial choice can still lead to something better; what it leads to at once is remembered.
  bool consider(std::size_t depth, Partial& partial, Places& places) {
    const std::int64_t left = budget_ - partial.cost;
    const auto estimate = remainders_[depth - settled_.size()].within(left, places.steps);
    if (partial.value + estimate.whole > best_) {
      best_ = partial.value + estimate.whole;
      best_depth_ = depth;
      best_partial_ = partial;
    }
    std::int64_t bound = estimate.bound;
    if (units_->exists()) bound = std::min(bound, units_->within(depth, left, places.units));
    if (few_->exists()) bound = std::min(bound, few_->within(depth, left, places.few));
    partial.bound = partial.value + bound;
    return partial.bound - partial.bound % value_unit_ > best_;
  }

  // Partial choices with one package more, by rising cost and value; none when the work limit is reached.
  std::optional<std::vector<Partial>> extended(std::size_t depth) {
    const Package& package = packages_[depth];
    std::vector<Partial> all, merged;
    for (std::size_t option = 0; option < package.size(); ++option) {
      if (!hopeless_.empty() && hopeless_[depth][option]) continue;
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
    Places places = last_places(depth + 1);
    std::vector<Partial> next;
    for (std::size_t at = 0; at < layer.size() && layer[at].cost + cost <= budget_; ++at) {
      Partial longer{layer[at].cost + cost, layer[at].value + value, 0, static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(option)};
      if (consider(depth + 1, longer, places)) next.push_back(longer);
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
  std::optional<UnitBound> units_;
  std::optional<FewBound> few_;
  std::vector<std::vector<bool>> hopeless_;  ///< by package and option
  std::int64_t value_unit_ = 0;
  std::optional<std::vector<std::size_t>> found_;
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
