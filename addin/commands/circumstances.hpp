#pragma once

#include "plan/plan.hpp"
#include "uno.hpp"

namespace steward::commands {

/// Who works here, in which language and when: the only clock and the only user settings that Steward reads.
plan::Circumstances circumstances(const Context& context);

}  // namespace steward::commands
