#pragma once

#include <functional>

#include "uno.hpp"

namespace steward::commands {

/// The thread in which the office shows its windows and keeps its clocks. Work that is done there holds the office's own
/// lock from its beginning to its end: nobody sees, changes or saves a workbook in the middle of it.
class WindowThread {
 public:
  /// Asks the office to call back in that thread, so that it is known from then on.
  static void find(const Context& context);
  static bool is_this();
  /// Whether it is known and another than this one.
  static bool is_another();
  /// Does the work in that thread and waits for it; what it throws is thrown here. False when it was not begun in time: the
  /// caller himself may hold the office's lock.
  static bool run(const Context& context, std::function<void()> work);
};

}  // namespace steward::commands
