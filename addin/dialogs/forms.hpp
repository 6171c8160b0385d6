#pragma once

#include "commands/scene.hpp"

/// The dialogs of the commands that ask, decide, close and compare.
namespace steward::dialogs {

void request(const commands::Scene& scene);
void transfer(const commands::Scene& scene);
void decide(const commands::Scene& scene);
void revise(const commands::Scene& scene);
void roll_forward(const commands::Scene& scene);
void close_year(const commands::Scene& scene);
void carry_forward(const commands::Scene& scene);
void compare(const commands::Scene& scene);

}  // namespace steward::dialogs
