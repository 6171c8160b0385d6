#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <string_view>

#include "uno.hpp"

namespace steward::commands {

/// Whether an entry makes sense for the document in the frame: set-up needs one that is not controlled yet, the rest one
/// that is.
bool is_possible(const Reference<css::frame::XFrame>& frame, std::string_view command);

/// Whether the document in the frame is a workbook under control.
bool is_under_control(const Reference<css::frame::XFrame>& frame);

/// Carries out an entry of the menu with its defaults and tells the user what came of it.
void act(const Context& context, const Reference<css::frame::XFrame>& frame, std::string_view command);

}  // namespace steward::commands
