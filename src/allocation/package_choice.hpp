#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "result.hpp"

namespace steward::allocation {

/// One way to decide about a package: its cost and value, and the row it stands in (none: the package is left out).
struct Option {
  std::int64_t cost = 0, value = 0;
  std::optional<std::size_t> row{};
};

/// A package: exactly one of its options is taken.
using Package = std::vector<Option>;

/// The rows of the best choice, and what it is worth.
struct Choice {
  std::int64_t value = 0;
  std::vector<std::size_t> rows;
  bool operator==(const Choice&) const = default;
};

/// How many partial choices may be looked at before the search is given up.
struct WorkLimit {
  std::size_t left = 4'000'000;
};

/// One option of each package, together within the limit, of the largest total value: proved, never guessed.
///
/// The multiple-choice knapsack problem, solved by dynamic programming over partial choices. A partial choice is
/// dropped when another costs no more and is worth no less, or when even the fractional best of what is left cannot
/// beat the best choice known. Packages whose decision is certain come first, so that few partial choices are kept
/// until the end. Choices worth no more than `at_least` are not looked for: then, and when nothing fits, there is none.
/// Faults: number when the work limit is reached.
/// Source: Pisinger, A minimal algorithm for the multiple-choice knapsack problem, EJOR 83, 1995.
Result<std::optional<Choice>> best_choice(std::vector<Package> packages, std::int64_t limit, WorkLimit& work,
                                          std::optional<std::int64_t> at_least = std::nullopt);

}  // namespace steward::allocation
