#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <string>

#include "commands/message.hpp"
#include "commands/runner.hpp"
#include "document/book.hpp"
#include "plan/plan.hpp"
#include "uno.hpp"

namespace steward::commands {

/// Where a command of the menu happens: a workbook in a window, and who works there now.
struct Scene {
  Context context;
  Reference<css::frame::XFrame> frame;
  document::Book book;
  plan::Circumstances now;

  Reference<css::awt::XWindowPeer> peer() const { return window_of(frame); }
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const { return filled(phrase, now.language, blanks); }
};

/// Shows a cell or a range by its address ("$Control.$A$5"); nothing happens when there is no such cell.
void go_to(const Scene& scene, const std::string& address);
/// The address of the cell under the cursor, rows and columns from 0.
workbook::Position cursor(const Scene& scene);

}  // namespace steward::commands
