#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// Makes the variance report as a sheet, and as PDF if wished.
void report(const commands::Scene& scene);

}  // namespace steward::dialogs
