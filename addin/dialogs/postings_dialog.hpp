#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// The postings behind the figure under the cursor, with the way to each, and back.
void show_postings(const commands::Scene& scene);

}  // namespace steward::dialogs
