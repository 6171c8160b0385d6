#pragma once

#include "commands/runner.hpp"

namespace steward::commands {

/// Checks the installation, not a document.
inline constexpr std::string_view self_test_command = "selfTest";

/// Calculates every published case in cells of a hidden document of this office and reports each: the answer as rows.
/// With `shows_report` the report is opened as a new workbook.
/// Faults: refused when the cases are missing from the installation.
Result<Done> self_test(const Context& context, const plan::Circumstances& now, bool shows_report);

}  // namespace steward::commands
