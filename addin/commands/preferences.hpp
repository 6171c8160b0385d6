#pragma once

#include <string>

#include "uno.hpp"

namespace steward::commands {

/// What a user has chosen under Options: codes and figures, no words, so that it holds in every language.
struct Preferences {
  std::string name;                               ///< shown in log and requests; empty: the office's user data
  std::string basis = "year", action = "stop";    ///< with which Set Up Control begins
  std::string thresholds = "80 %; 90 %; 95 %", tolerance;
};

Preferences read_preferences(const Context& context);
void write_preferences(const Context& context, const Preferences& preferences);

}  // namespace steward::commands
