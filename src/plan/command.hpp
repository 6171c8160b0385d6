#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "plan/course.hpp"
#include "plan/plan.hpp"

namespace steward::plan {

/// An option as a caller gives it: a number (also yes/no as 1/0), a text, or rows.
using Option = std::variant<double, std::string, Table>;
using Options = std::map<std::string, Option, std::less<>>;

/// Everything a command may look at.
struct Request {
  const workbook::Snapshot& book;
  Options options;
  Circumstances now;
  Course* course = nullptr;  ///< where somebody looks on: work of thousands of steps counts them there
};

/// A command of the menu and of the scripting service. One that is not in the list does not exist.
struct Command {
  std::string_view name;                      ///< as callers write it: "setUp"
  Phrase title;                               ///< as users see it
  std::span<const std::string_view> options;  ///< the names it accepts; any other is refused
  Result<Plan> (*plan)(const Request&);
};

std::span<const Command> commands();

/// Finds the command, refuses options it does not know, and plans it.
Result<Plan> plan(std::string_view name, const Request& request);

}  // namespace steward::plan
