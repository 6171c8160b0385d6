#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// Shows what was found, asks what is not certain, and puts the workbook under control.
void set_up(const commands::Scene& scene);

}  // namespace steward::dialogs
