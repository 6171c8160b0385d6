#include "allocation/share.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <numeric>
#include <utility>

#include "allocation/weights.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

using Wide = boost::multiprecision::int256_t;

// Parts of a total of 0 or more, in place of the weights, which sum to more than 0.
std::vector<Minor> largest_remainders(const Minor& total, std::vector<Minor> weights, const Minor& sum) {
  struct Cut {
    Minor rest;
    std::size_t index;
  };
  std::vector<Cut> cuts(weights.size());
  Minor left = total;
  // The quotient is estimated and then set right, which is many times faster than to divide 128 bits.
  const double per_weight = static_cast<double>(total) / static_cast<double>(sum);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    auto part = static_cast<long long>(std::floor(static_cast<double>(weights[i]) * per_weight));
    Minor rest = total * weights[i] - sum * part;
    for (; rest < 0; rest += sum) --part;
    for (; rest >= sum; rest -= sum) ++part;
    weights[i] = part;
    cuts[i] = {rest, i};
    left -= part;
  }
  const auto units = static_cast<std::ptrdiff_t>(left);
  std::nth_element(cuts.begin(), cuts.begin() + units, cuts.end(), [](const Cut& a, const Cut& b) {
    return a.rest != b.rest ? a.rest > b.rest : a.index < b.index;
  });
  for (auto cut = cuts.begin(); cut != cuts.begin() + units; ++cut) ++weights[cut->index];
  return weights;
}

Fault no_weights() {
  return {FaultKind::number, phrase::no_weights, {}};
}
Fault does_not_fit() {
  return {FaultKind::number, phrase::bounds_do_not_fit, {}};
}

Result<std::vector<Minor>> share_whole(const Minor& total, std::vector<Minor> weights) {
  const Minor sum = std::accumulate(weights.begin(), weights.end(), Minor(0));
  if (sum == 0) {
    if (total != 0) return no_weights();
    return std::vector<Minor>(weights.size());
  }
  if (total >= 0) return largest_remainders(total, std::move(weights), sum);
  auto parts = largest_remainders(-total, std::move(weights), sum);
  for (Minor& part : parts) part = -part;
  return parts;
}

// Weights in whole numbers, each with its sign.
Result<std::vector<Minor>> signed_weights(std::span<const double> weights) {
  std::vector<double> sizes(weights.begin(), weights.end());
  for (double& size : sizes) size = std::abs(size);
  STEWARD_TRY(auto whole, whole_weights(sizes));
  for (std::size_t i = 0; i < whole.size(); ++i)
    if (weights[i] < 0) whole[i] = -whole[i];
  return whole;
}

/// The parts that are still free, while others are fixed at a bound.
class BoundedShare {
 public:
  BoundedShare(Minor total, std::vector<Minor> weights, std::span<const Bounds> bounds)
      : left_(std::move(total)), weights_(std::move(weights)), bounds_(bounds), fixed_(weights_.size()) {}

  Result<std::vector<Money>> run() {
    if (!is_possible()) return does_not_fit();
    while (fix_violators()) {
    }
    std::vector<Minor> free_weights;
    for (std::size_t i = 0; i < weights_.size(); ++i)
      if (!fixed_[i]) free_weights.push_back(weights_[i]);
    if (free_weights.empty() && left_ != 0) return does_not_fit();
    const auto shared = share_whole(left_, free_weights);
    if (shared.has_error()) return does_not_fit();
    std::vector<Money> parts;
    auto next = shared.value().begin();
    for (const auto& fixed : fixed_) parts.push_back(fixed ? *fixed : Money(*next++));
    return parts;
  }

 private:
  bool is_possible() const {
    Minor lowest = 0, highest = 0;
    bool has_lowest = true, has_highest = true;
    for (const Bounds& bounds : bounds_) {
      if (bounds.lowest && bounds.highest && *bounds.highest < *bounds.lowest) return false;
      if (bounds.lowest) lowest += bounds.lowest->minor();
      if (bounds.highest) highest += bounds.highest->minor();
      has_lowest = has_lowest && bounds.lowest;
      has_highest = has_highest && bounds.highest;
    }
    return (!has_lowest || lowest <= left_) && (!has_highest || highest >= left_);
  }

  // Fixes the parts whose proportion lies on the side on which more is violated; they cannot come back inside, because
  // what the others then get moves the other way. Gives false when no part violates its bounds.
  bool fix_violators() {
    Minor sum = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i)
      if (!fixed_[i]) sum += weights_[i];
    const Minor divisor = sum == 0 ? Minor(1) : sum;
    std::vector<std::size_t> below, above;
    Wide missing = 0, exceeding = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      if (fixed_[i]) continue;
      const Wide proportion = Wide(left_) * Wide(weights_[i]);
      const auto& [lowest, highest] = bounds_[i];
      if (lowest && proportion < Wide(lowest->minor()) * Wide(divisor)) {
        missing += Wide(lowest->minor()) * Wide(divisor) - proportion;
        below.push_back(i);
      } else if (highest && proportion > Wide(highest->minor()) * Wide(divisor)) {
        exceeding += proportion - Wide(highest->minor()) * Wide(divisor);
        above.push_back(i);
      }
    }
    if (missing >= exceeding) fix(below, &Bounds::lowest);
    if (exceeding >= missing) fix(above, &Bounds::highest);
    return !below.empty() || !above.empty();
  }

  void fix(const std::vector<std::size_t>& parts, std::optional<Money> Bounds::*bound) {
    for (const std::size_t i : parts) {
      fixed_[i] = bounds_[i].*bound;
      left_ -= fixed_[i]->minor();
    }
  }

  Minor left_;
  std::vector<Minor> weights_;
  std::span<const Bounds> bounds_;
  std::vector<std::optional<Money>> fixed_;
};

}  // namespace

Result<std::vector<Money>> share(const Money& total, std::span<const double> weights) {
  STEWARD_TRY(auto whole, whole_weights(weights));
  STEWARD_TRY(const auto parts, share_whole(total.minor(), std::move(whole)));
  return std::vector<Money>(parts.begin(), parts.end());
}

Result<std::vector<Money>> share_signed(const Money& total, std::span<const double> weights) {
  STEWARD_TRY(auto whole, signed_weights(weights));
  if (std::accumulate(whole.begin(), whole.end(), Minor(0)) < 0)
    for (Minor& weight : whole) weight = -weight;
  // Weights that nearly cancel out would make parts that no cell can hold.
  const double per_weight = static_cast<double>(total.minor()) / std::accumulate(weights.begin(), weights.end(), 0.0);
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  if (std::ranges::any_of(weights, [&](double weight) { return std::abs(weight * per_weight) > largest_exact; }))
    return Fault{FaultKind::number, phrase::amount_too_large, {}};
  STEWARD_TRY(const auto parts, share_whole(total.minor(), std::move(whole)));
  return std::vector<Money>(parts.begin(), parts.end());
}

Result<std::vector<Money>> share(const Money& total, std::span<const double> weights, std::span<const Bounds> bounds) {
  STEWARD_TRY(auto whole, whole_weights(weights));
  std::vector<Bounds> completed(bounds.begin(), bounds.end());
  for (Bounds& each : completed) {
    if (!each.lowest && !(total < Money())) each.lowest = Money();
    if (!each.highest && total < Money()) each.highest = Money();
  }
  return BoundedShare(total.minor(), std::move(whole), completed).run();
}

}  // namespace steward::allocation
