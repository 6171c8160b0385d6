#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// The postings behind the figure under the cursor, with the way to each, and back.
void show_postings(const commands::Scene& scene);
/// All postings of a line.
void show_postings_of(const commands::Scene& scene, const std::string& line);

}  // namespace steward::dialogs
