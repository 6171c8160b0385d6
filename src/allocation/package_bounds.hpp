#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "allocation/package_choice.hpp"
#include "money/money.hpp"

/// What a choice among packages can bring at most: bounds that let the search leave out what cannot be the best.
namespace steward::allocation {

/// From one option to a dearer one of the same package: how much more it costs and brings.
struct Increment {
  std::int64_t cost, value;
  bool is_better_than(const Increment& other) const { return Minor(value) * other.cost > Minor(other.value) * cost; }
};

/// Keeps the options of which none is both cheaper and better, by rising cost.
void drop_dominated(Package& package);

/// The steps along the upper hull of an undominated package, best value for its cost first.
std::vector<Increment> hull_of(const Package& package);

/// What some packages can bring within a budget beyond their cheapest options, when the last step may be taken in part:
/// the linear relaxation of the multiple-choice knapsack.
class Remainder {
 public:
  /// The steps come best first.
  explicit Remainder(const std::vector<Increment>& steps);

  /// Whole steps in order of their worth: a choice that can be made. The fraction of the next one bounds what could be.
  struct Estimate {
    std::int64_t whole, bound;
  };
  /// `place` is where the last, larger budget ended; it only moves down.
  Estimate within(std::int64_t budget, std::size_t& place) const;
  std::size_t last() const { return sums_.size() - 1; }

  /// The step that a budget breaks, whose value for its cost is the price of money, and the money left before it.
  struct Break {
    Increment price;
    std::int64_t left;
  };
  std::optional<Break> breaking(std::int64_t budget) const;

 private:
  std::vector<Increment> sums_;
};

/// A price of money, value / cost in lowest terms, and what is left of the value of an option beyond it.
struct Split {
  Increment price{1, 0};
  std::int64_t unit = 0;  ///< × price.cost
};

/// A bound for packages whose options are worth a price for their cost and a number of whole units besides, as where
/// value is cost plus a constant: price × budget + unit × the most units that the budget can reach, a whole number. It
/// closes the gap that the relaxation leaves there. Source: Martello, Pisinger and Toth, Dynamic programming and strong
/// bounds for the 0-1 knapsack problem, Management Science 45, 1999 (cardinality bounds).
class UnitBound {
 public:
  /// Of the packages from `first` on, with the split of which the bound within the budget is least.
  UnitBound(const std::vector<Package>& packages, std::size_t first, std::int64_t budget);

  /// What the packages from a place on can bring within a budget; `place` is as for Remainder.
  std::int64_t within(std::size_t depth, std::int64_t budget, std::size_t& place) const;
  std::size_t last(std::size_t depth) const { return units_[depth - first_].last(); }
  bool exists() const { return !units_.empty(); }

 private:
  std::size_t first_;
  std::vector<Remainder> units_;  ///< by place
  Split split_;
};

/// A bound for packages of which every option costs a premium beyond what it is worth, as where value is cost less a
/// constant: to spend the budget takes at least so many packages, and each takes the premium.
class FewBound {
 public:
  FewBound(const std::vector<Package>& packages, std::size_t first, std::int64_t budget);

  std::int64_t within(std::size_t depth, std::int64_t budget, std::size_t& place) const;
  std::size_t last(std::size_t depth) const { return costs_[depth - first_].size() - 1; }
  bool exists() const { return !costs_.empty(); }

 private:
  std::size_t first_;
  std::vector<std::vector<std::int64_t>> costs_;  ///< by place: what 0, 1, 2 … packages cost at most
  Split split_;
};

}  // namespace steward::allocation
