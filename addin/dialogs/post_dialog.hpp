#pragma once

#include "commands/scene.hpp"

namespace steward::dialogs {

/// Takes postings from the sheet, a file or the keyboard, shows the verdict on each before anything is written, and posts
/// all, the allowed ones, or none.
void post(const commands::Scene& scene);

}  // namespace steward::dialogs
