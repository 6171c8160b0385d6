#include "allocation/select.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>

#include "allocation/package_choice.hpp"
#include "allocation/weights.hpp"
#include "cells.hpp"
#include "numeral.hpp"
#include "words/keywords.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

constexpr int decimals = 2;

Result<std::int64_t> cents(double amount) {
  STEWARD_TRY(const Money money, Money::from(amount, decimals));
  return static_cast<std::int64_t>(money.minor());
}

// Values as whole numbers small enough that all of them add up in 62 bits.
Result<std::vector<std::int64_t>> whole_values(std::span<const double> values) {
  std::vector<double> sizes(values.begin(), values.end());
  for (double& size : sizes) size = std::abs(size);
  STEWARD_TRY(auto whole, whole_weights(sizes));
  const Minor sum = std::accumulate(whole.begin(), whole.end(), Minor(0));
  int shift = 0;
  while ((sum >> shift) >= (Minor(1) << 61)) ++shift;
  std::vector<std::int64_t> result;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto size = static_cast<std::int64_t>(Minor(whole[i] >> shift));
    result.push_back(values[i] < 0 ? -size : size);
  }
  return result;
}

// The key of each row; rows without one have none in common.
std::vector<std::string> keys_of(const std::optional<Table>& group, std::size_t count) {
  std::vector<std::string> keys(count);
  for (std::size_t i = 0; group && i < count; ++i) {
    const Value& cell = group->cells()[i];
    if (const auto* number = std::get_if<double>(&cell)) keys[i] = numeral(*number);
    if (const auto* text = std::get_if<std::string>(&cell)) keys[i] = folded(*text);
  }
  return keys;
}

/// The rows as packages of alternatives.
class Proposals {
 public:
  Proposals(std::vector<Option> rows, std::vector<double> mandatory, const std::vector<std::string>& keys)
      : rows_(std::move(rows)), mandatory_(std::move(mandatory)) {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto [entry, is_new] = known.try_emplace(keys[i], members_.size());
      if (keys[i].empty() || is_new) {
        package_.push_back(members_.size());
        members_.emplace_back();
      } else {
        package_.push_back(entry->second);
      }
      members_[package_.back()].push_back(i);
    }
  }

  // With some rows forced into the choice.
  std::vector<Package> packages(const std::vector<bool>& forced) const {
    std::vector<Package> packages;
    for (const auto& members : members_) {
      const auto is_forced = [&](std::size_t row) { return forced[row]; };
      const auto is_mandatory = [&](std::size_t row) { return mandatory_[row] != 0; };
      const bool has_forced = std::ranges::any_of(members, is_forced);
      const bool has_mandatory = std::ranges::any_of(members, is_mandatory);
      Package package;
      if (!has_forced && !has_mandatory) package.push_back({});
      for (const std::size_t row : members)
        if (has_forced ? is_forced(row) : !has_mandatory || is_mandatory(row)) package.push_back(rows_[row]);
      packages.push_back(std::move(package));
    }
    return packages;
  }
  std::size_t package_of(std::size_t row) const { return package_[row]; }
  bool may_be_taken(std::size_t row) const {
    const auto& members = members_[package_[row]];
    return mandatory_[row] != 0 || std::ranges::none_of(members, [&](std::size_t i) { return mandatory_[i] != 0; });
  }

 private:
  std::vector<Option> rows_;
  std::vector<double> mandatory_;
  std::vector<std::size_t> package_;
  std::vector<std::vector<std::size_t>> members_;
};

// Among sets of equal value, rows are taken in the order of their rank as far as the value allows.
Result<Choice> preferred(const Proposals& proposals, Choice choice, std::int64_t limit,
                         const std::vector<std::optional<double>>& ranks, WorkLimit& work) {
  std::vector<std::size_t> order;
  for (std::size_t row = 0; row < ranks.size(); ++row)
    if (ranks[row]) order.push_back(row);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return *ranks[a] < *ranks[b]; });
  std::vector<bool> forced(ranks.size());
  std::vector<bool> decided(ranks.size());
  for (const std::size_t row : order) {
    if (decided[proposals.package_of(row)] || !proposals.may_be_taken(row)) continue;
    forced[row] = true;
    if (std::ranges::find(choice.rows, row) == choice.rows.end()) {
      STEWARD_TRY(auto other, best_choice(proposals.packages(forced), limit, work, choice.value - 1));
      if (!other) {
        forced[row] = false;
        continue;
      }
      choice = std::move(*other);
    }
    decided[proposals.package_of(row)] = true;
  }
  return choice;
}

}  // namespace

Result<std::vector<double>> select(std::span<const double> cost, std::span<const double> value, double limit,
                                   const std::optional<Table>& mandatory, const std::optional<Table>& group,
                                   const std::optional<Table>& rank) {
  const std::size_t count = cost.size();
  if (value.size() != count) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  for (const auto* range : {&mandatory, &group, &rank}) {
    if (!*range) continue;
    STEWARD_TRY(same_size(**range, count));
  }
  STEWARD_TRY(const std::int64_t most, cents(limit));
  STEWARD_TRY(const auto values, whole_values(value));
  std::vector<Option> rows;
  for (std::size_t i = 0; i < count; ++i) {
    STEWARD_TRY(const std::int64_t needed, cents(cost[i]));
    rows.push_back({needed, values[i], i});
  }
  std::vector<double> marks(count);
  if (mandatory) {
    STEWARD_TRY(marks, amounts_in(*mandatory));
  }
  const Proposals proposals(std::move(rows), std::move(marks), keys_of(group, count));
  WorkLimit work;
  STEWARD_TRY(auto best, best_choice(proposals.packages(std::vector<bool>(count)), most, work));
  if (!best) return Fault{FaultKind::number, phrase::nothing_fits, {}};
  if (rank) {
    STEWARD_TRY(const auto ranks, numbers_in(*rank));
    STEWARD_TRY(*best, preferred(proposals, std::move(*best), most, ranks, work));
  }
  std::vector<double> taken(count);
  for (const std::size_t row : best->rows) taken[row] = 1;
  return taken;
}

}  // namespace steward::allocation
