#pragma once

#include <com/sun/star/beans/NamedValue.hpp>

#include "plan/command.hpp"
#include "uno.hpp"

namespace steward::commands {

/// What a caller of the scripting service asked for.
struct Call {
  std::string command;
  Reference<css::uno::XInterface> document;
  plan::Options options;
};

/// Takes the named values apart; a value of a kind that no option has is a fault that names it.
Result<Call> read_call(const Sequence<css::beans::NamedValue>& arguments);

/// A table as the scripting service returns it: rows of numbers and texts.
Any to_rows(const Table& table);

}  // namespace steward::commands
