#pragma once

#include <atomic>
#include <cstddef>

#include "result.hpp"

namespace steward::plan {

/// How far a long piece of work has come, and whether its result is still wanted. The thread that works counts its steps,
/// another one looks on and may cancel. Work of several stages expects the steps of all before the first begins, so that
/// its share never falls.
class Course {
 public:
  void expect(std::size_t steps) { expected_ += steps; }
  void advance(std::size_t steps = 1) { done_ += steps; }
  void cancel() { is_cancelled_ = true; }
  bool is_cancelled() const { return is_cancelled_; }

  /// What is done of all that is expected, from 0 to 1; 0 while nothing is expected.
  double share() const {
    const std::size_t expected = expected_, done = done_;
    return expected == 0 ? 0 : done < expected ? static_cast<double>(done) / static_cast<double>(expected) : 1;
  }

 private:
  std::atomic<std::size_t> expected_ = 0, done_ = 0;
  std::atomic<bool> is_cancelled_ = false;
};

/// Steps that will be done; nobody may be looking on.
void expect(Course* course, std::size_t steps);
/// Steps that are done. Faults: refused once the work was cancelled.
Outcome advance(Course* course, std::size_t steps = 1);

}  // namespace steward::plan
