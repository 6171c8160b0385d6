#pragma once

#include <string>

#include "commands/scene.hpp"

namespace steward::commands {

/// Shows a cell, and offers the way back to where the cursor was in the information bar.
void jump(const Scene& scene, const std::string& address);

/// The address of the cell under the cursor: "$Control.$M$6".
std::string cursor_address(const Scene& scene);

}  // namespace steward::commands
