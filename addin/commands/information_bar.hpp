#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <string>
#include <utility>
#include <vector>

#include "uno.hpp"

namespace steward::commands {

/// Steward's one information bar of a window: what was done, or what was found. It is updated, never stacked.
enum class BarKind { information, success, warning, danger };
/// Label and address of a button.
using BarButton = std::pair<std::string, std::string>;

void show_bar(const Reference<css::frame::XController>& controller, BarKind kind, const std::string& title,
              const std::string& sentence, const std::vector<BarButton>& buttons = {});
void remove_bar(const Reference<css::frame::XController>& controller);

}  // namespace steward::commands
