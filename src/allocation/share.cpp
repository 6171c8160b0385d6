#include "allocation/share.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
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
  /// `usual` holds where a part has no bound of its own.
  BoundedShare(const Minor& total, std::vector<Minor> weights, std::span<const Bounds> bounds, const Bounds& usual)
      : left_(total), weights_(std::move(weights)), bounds_(bounds), usual_(usual), parts_(weights_.size()), free_(weights_.size()) {
    std::iota(free_.begin(), free_.end(), std::size_t{0});
    sizes_.reserve(weights_.size());
    for (std::size_t i = 0; i < weights_.size(); ++i)
      sizes_.push_back({static_cast<double>(weights_[i]), lowest(i) ? static_cast<double>(lowest(i)->minor()) : -unbounded,
                        highest(i) ? static_cast<double>(highest(i)->minor()) : unbounded});
  }

  Result<std::vector<Money>> run() {
    if (!is_possible()) return does_not_fit();
    while (fix_violators()) {
    }
    std::vector<Minor> free_weights;
    free_weights.reserve(free_.size());
    for (const std::size_t i : free_) free_weights.push_back(weights_[i]);
    if (free_weights.empty() && left_ != 0) return does_not_fit();
    const auto shared = share_whole(left_, std::move(free_weights));
    if (shared.has_error()) return does_not_fit();
    for (std::size_t k = 0; k < free_.size(); ++k) parts_[free_[k]] = Money(shared.value()[k]);
    return std::move(parts_);
  }

 private:
  static constexpr double unbounded = std::numeric_limits<double>::infinity();

  const std::optional<Money>& lowest(std::size_t part) const { return bounds_[part].lowest ? bounds_[part].lowest : usual_.lowest; }
  const std::optional<Money>& highest(std::size_t part) const { return bounds_[part].highest ? bounds_[part].highest : usual_.highest; }

  bool is_possible() const {
    Minor least = 0, most = 0;
    bool has_least = true, has_most = true;
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
      if (lowest(i) && highest(i) && *highest(i) < *lowest(i)) return false;
      if (lowest(i)) least += lowest(i)->minor();
      if (highest(i)) most += highest(i)->minor();
      has_least = has_least && lowest(i);
      has_most = has_most && highest(i);
    }
    return (!has_least || least <= left_) && (!has_most || most >= left_);
  }

  // Parts on one side of their bound, and what they lack together: Σ bound × divisor − left × Σ weight.
  struct Side {
    std::vector<std::size_t> parts{};
    Minor bounds = 0, weights = 0;
    Wide distance(const Minor& left, const Minor& divisor) const { return Wide(bounds) * Wide(divisor) - Wide(left) * Wide(weights); }
    void add(std::size_t part, const Minor& bound, const Minor& weight) {
      parts.push_back(part);
      bounds += bound;
      weights += weight;
    }
  };
  // A weight and its bounds as doubles.
  struct Sizes {
    double weight, lowest, highest;
  };

  // Whether a proportion is less than a bound. Doubles tell it unless both are nearly equal: each product has three
  // roundings of 2^-53.
  bool is_less(double proportion, double wanted, std::size_t part, const std::optional<Money>& bound, const Minor& divisor, int sign) const {
    constexpr double rounding = 1e-15;
    if (std::abs(proportion - wanted) > rounding * (std::abs(proportion) + std::abs(wanted))) return sign * proportion < sign * wanted;
    if (!bound) return false;
    return sign * (Wide(left_) * Wide(weights_[part]) - Wide(bound->minor()) * Wide(divisor)) < 0;
  }

  // Fixes the parts whose proportion lies on the side on which more is violated; they cannot come back inside, because
  // what the others then get moves the other way. Gives false when no part violates its bounds.
  bool fix_violators() {
    Minor sum = 0;
    for (const std::size_t i : free_) sum += weights_[i];
    const Minor divisor = sum == 0 ? Minor(1) : sum;
    const double left_size = static_cast<double>(left_), divisor_size = static_cast<double>(divisor);
    Side below, above;
    for (const std::size_t i : free_) {
      const double proportion = left_size * sizes_[i].weight;
      if (is_less(proportion, sizes_[i].lowest * divisor_size, i, lowest(i), divisor, 1)) below.add(i, lowest(i)->minor(), weights_[i]);
      else if (is_less(proportion, sizes_[i].highest * divisor_size, i, highest(i), divisor, -1)) above.add(i, highest(i)->minor(), weights_[i]);
    }
    const Wide missing = below.distance(left_, divisor), exceeding = -above.distance(left_, divisor);
    if (missing >= exceeding) fix(below.parts, [this](std::size_t i) { return *lowest(i); });
    if (exceeding >= missing) fix(above.parts, [this](std::size_t i) { return *highest(i); });
    return !below.parts.empty() || !above.parts.empty();
  }

  // The parts come in ascending order.
  template <class Bound>
  void fix(const std::vector<std::size_t>& parts, Bound bound) {
    for (const std::size_t i : parts) {
      parts_[i] = bound(i);
      left_ -= parts_[i].minor();
    }
    auto next = parts.begin();
    std::erase_if(free_, [&](std::size_t i) {
      const bool is_fixed = next != parts.end() && *next == i;
      if (is_fixed) ++next;
      return is_fixed;
    });
  }

  Minor left_;
  std::vector<Minor> weights_;
  std::span<const Bounds> bounds_;
  Bounds usual_;
  std::vector<Money> parts_;
  std::vector<std::size_t> free_;
  std::vector<Sizes> sizes_;
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
  const Bounds usual = total < Money() ? Bounds{{}, Money()} : Bounds{Money(), {}};
  return BoundedShare(total.minor(), std::move(whole), bounds, usual).run();
}

}  // namespace steward::allocation
