#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// How the figure of a line in a period is made up, and the way to its postings.
void explain(const commands::Scene& scene);

}  // namespace steward::dialogs
