#pragma once

#include <cmath>
#include <cstdint>
#include <utility>

#include "money/money.hpp"

namespace steward::recognise {

/// Adds amounts exactly: whole minor units as integers, what lies below them apart, so that it is rounded once.
class ExactSum {
 public:
  explicit ExactSum(int decimals) : scale_(std::pow(10.0, decimals)) {}

  void add(double amount) {
    const double scaled = amount * scale_;
    const double whole = std::nearbyint(scaled);
    const double rest = scaled - whole;
    if (std::abs(rest) <= 1e-12 * std::abs(scaled) + 1e-7) {
      add_minor(whole);
    } else {
      const double floor = std::trunc(scaled);
      add_minor(floor);
      rest_ += scaled - floor;
      has_rest_ = true;
    }
  }
  Money money() const {
    return Money(Minor(total_ + Minor(pending_) +
                       Minor(static_cast<long long>(std::floor(std::abs(rest_) + 0.5 - 1e-9)) * (rest_ < 0 ? -1 : 1))));
  }
  bool has_rest() const { return has_rest_; }
  bool too_large() const { return too_large_; }

 private:
  void add_minor(double minor) {
    if (!(std::abs(minor) < 4e18)) {
      too_large_ = true;
      return;
    }
    const auto whole = static_cast<std::int64_t>(minor);
    if (__builtin_add_overflow(pending_, whole, &pending_)) {
      total_ += Minor(std::exchange(pending_, 0));
      total_ += Minor(whole);
    }
  }

  double scale_, rest_ = 0;
  Minor total_ = 0;
  std::int64_t pending_ = 0;
  bool has_rest_ = false, too_large_ = false;
};

}  // namespace steward::recognise
