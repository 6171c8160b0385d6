#pragma once

#include <atomic>
#include <cstddef>

#include "result.hpp"

namespace steward::plan {

/// What a long piece of work is about at the moment.
enum class Phase { thinking, reading, writing, finishing, saving };

/// How far a long piece of work has come, and whether its result is still wanted. The thread that works counts its steps,
/// another one looks on and may cancel. Each phase counts anew, and expects its steps before it does the first of them, so
/// that its share never falls.
class Course {
 public:
  void begin(Phase phase) {
    phase_ = phase;
    done_ = expected_ = 0;
  }
  void expect(std::size_t steps) { expected_ += steps; }
  void advance(std::size_t steps = 1) { done_ += steps; }
  /// So many steps of the phase are done in all, if not more already.
  void advance_to(std::size_t steps) {
    if (done_ < steps) done_ = steps;
  }
  void cancel() { is_cancelled_ = true; }
  bool is_cancelled() const { return is_cancelled_; }
  Phase phase() const { return phase_; }
  /// What is written is done, and a file is written to its end.
  bool can_be_cancelled() const { return phase_ != Phase::finishing && phase_ != Phase::saving; }

  /// What is done of all that is expected, from 0 to 1; 0 while nothing is expected.
  double share() const {
    const std::size_t expected = expected_, done = done_;
    return expected == 0 ? 0 : done < expected ? static_cast<double>(done) / static_cast<double>(expected) : 1;
  }

 private:
  std::atomic<Phase> phase_ = Phase::thinking;
  std::atomic<std::size_t> expected_ = 0, done_ = 0;
  std::atomic<bool> is_cancelled_ = false;
};

/// Steps that will be done; nobody may be looking on.
void expect(Course* course, std::size_t steps);
/// A phase that begins, with the steps it will take.
void begin(Course* course, Phase phase, std::size_t steps = 0);
/// Steps that are done. Faults: refused once the work was cancelled.
Outcome advance(Course* course, std::size_t steps = 1);

}  // namespace steward::plan
