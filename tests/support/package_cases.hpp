#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

#include "allocation/package_choice.hpp"

/// The generator of cases that SELECT is measured with: the five classes of D. Pisinger, A minimal algorithm for the
/// multiple-choice knapsack problem, EJOR 83 (1995), section 6, and the strongly correlated and inverse ones of Kellerer,
/// Pferschy and Pisinger, Knapsack Problems (2004), chapter 5.5, with a level taken from them as a package's option.
/// Every package may also be left out.
namespace steward::allocation::cases {

enum class Kind { uncorrelated, weakly, strongly, subset_sum, sinha_zoltners, strongly_apart, inverse };
inline constexpr std::array kinds{Kind::uncorrelated, Kind::weakly, Kind::strongly, Kind::subset_sum,
                                  Kind::sinha_zoltners, Kind::strongly_apart, Kind::inverse};
inline constexpr std::array<std::string_view, 7> names{"uncorrelated", "weakly correlated", "strongly correlated", "subset sum",
                                                       "Sinha-Zoltners", "strongly correlated, levels apart", "inverse"};

struct Case {
  std::vector<Package> packages;
  std::int64_t limit = 0;
};

/// `range` is the largest cost (Pisinger: 1,000 and 10,000; budgets have more digits). The limit is half of what the
/// dearest levels cost, times 2 × `share`.
inline Case make(Kind kind, std::size_t packages, std::size_t levels, std::int64_t range, double share, std::mt19937_64& random) {
  std::uniform_int_distribution<std::int64_t> amount(1, range);
  const std::int64_t spread = std::max<std::int64_t>(1, range / 100), premium = std::max<std::int64_t>(1, range / 10);
  Case result;
  std::int64_t dearest_of_all = 0;
  std::size_t row = 0;
  for (std::size_t i = 0; i < packages; ++i) {
    std::vector<std::int64_t> costs(levels), values(levels);
    std::ranges::generate(costs, [&] { return amount(random); });
    std::ranges::generate(values, [&] { return amount(random); });
    if (kind == Kind::sinha_zoltners || kind == Kind::strongly) {
      std::ranges::sort(costs);
      std::ranges::sort(values);
    }
    std::int64_t cost_so_far = 0, value_so_far = 0, dearest = 0;
    Package package{Option{}};
    for (std::size_t level = 0; level < levels; ++level) {
      std::int64_t cost = costs[level], value = values[level];
      switch (kind) {
        case Kind::uncorrelated: case Kind::sinha_zoltners: break;
        case Kind::weakly: value = std::max<std::int64_t>(1, cost - spread + values[level] % (2 * spread + 1)); break;
        case Kind::strongly: cost = cost_so_far += cost, value = value_so_far += costs[level] + spread; break;
        case Kind::subset_sum: value = cost; break;
        case Kind::strongly_apart: value = cost + premium; break;
        case Kind::inverse: value = cost, cost += premium; break;
      }
      package.push_back({cost, value, row++});
      dearest = std::max(dearest, cost);
    }
    dearest_of_all += dearest;
    result.packages.push_back(std::move(package));
  }
  result.limit = static_cast<std::int64_t>(share * static_cast<double>(dearest_of_all));
  return result;
}

}  // namespace steward::allocation::cases
