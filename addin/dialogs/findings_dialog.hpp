#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// Check Now: every breach and every change without approval, with the way to each cell.
void check_now(const commands::Scene& scene);

}  // namespace steward::dialogs
