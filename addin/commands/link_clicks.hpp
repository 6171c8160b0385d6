#pragma once

#include <com/sun/star/frame/XController.hpp>

#include "uno.hpp"

namespace steward::commands {

/// On the dashboard a plain click follows a link, where Calc by itself asks for Ctrl: the name of a line leads to its row,
/// the mark of its postings to Show Postings, and both offer the way back.
void follow_links(const Reference<css::frame::XController>& controller, const Context& context);

}  // namespace steward::commands
