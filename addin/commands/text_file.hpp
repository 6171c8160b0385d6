#pragma once

#include <string>

#include "result.hpp"
#include "uno.hpp"

namespace steward::commands {

/// The text of a file, in whatever encoding it was written. Faults: refused when it cannot be read.
Result<std::string> read_text(const Context& context, const std::string& url);

}  // namespace steward::commands
