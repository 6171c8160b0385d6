#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// The name shown, and the defaults of Set Up Control.
void options(const commands::Scene& scene);

}  // namespace steward::dialogs
