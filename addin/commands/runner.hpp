#pragma once

#include "commands/option_reader.hpp"

namespace steward::commands {

/// What a command did: its answer, one sentence for the user, and the sheet to look at.
struct Done {
  Table answer;
  std::string message;
  std::string sheet;
};

/// Reads the document, plans the command, carries it out and writes the files it asks for. Everything a command does,
/// from the menu or from a script, comes through here.
Result<Done> run(const Context& context, const Call& call, const plan::Circumstances& now);

}  // namespace steward::commands
