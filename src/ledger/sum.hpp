#pragma once

#include <cmath>

namespace steward::ledger {

/// Neumaier's sum: what rounding loses is kept beside it, so that the error does not grow with the number of postings.
class Sum {
 public:
  void add(double amount) {
    const double next = sum_ + amount;
    lost_ += std::abs(sum_) >= std::abs(amount) ? (sum_ - next) + amount : (amount - next) + sum_;
    sum_ = next;
  }
  double total() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

}  // namespace steward::ledger
