#include "document/pieces.hpp"

#include <chrono>
#include <thread>

namespace steward::document {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds between_pauses{50}, pause{2};

// The office's lock goes to whoever asks first. This thread asks again at once, so the window would wait for it to the end:
// now and then it stays away long enough to be overtaken.
void let_the_window_have_its_turn() {
  static thread_local Clock::time_point last;
  if (Clock::now() - last < between_pauses) return;
  std::this_thread::sleep_for(pause);
  last = Clock::now();
}

}  // namespace

void piece_done(plan::Course* course, std::size_t steps) {
  if (!course) return;
  let_the_window_have_its_turn();
  if (plan::advance(course, steps).has_error()) throw Cancelled();
}

}  // namespace steward::document
