#pragma once

#include <com/sun/star/frame/XController.hpp>

#include "uno.hpp"

namespace steward::commands {

/// Adds the commands that speak of a cell to the context menu of the view, while the workbook is under control.
void add_to_context_menu(const Reference<css::frame::XController>& controller, const Context& context);

}  // namespace steward::commands
