#pragma once

#include <functional>
#include <optional>

#include "commands/option_reader.hpp"
#include "document/book.hpp"

namespace steward::commands {

/// What a command did: its answer, one sentence for the user, and the sheet to look at.
struct Done {
  Table answer;
  std::string message;
  std::string sheet;
};

/// Carries out what was planned on the document as it still stands, and writes the files it asks for; `url` says where.
/// Faults: refused once the course was cancelled; what was written is taken back.
Result<Done> carry_out(const Context& context, const document::Book& book, const plan::Plan& plan,
                       const std::optional<std::string>& url, Language language, plan::Course* course = nullptr);
/// Whether that takes so long that somebody would wait for it.
bool takes_long(const plan::Plan& plan);

/// How a user calls a command; its name when there is none such.
std::string title_of(std::string_view command, Language language);

/// Who plans a command, so that a window can show how far it has come.
using Planner = std::function<Result<plan::Plan>(std::string_view command, const plan::Request& request)>;

/// Reads the document, plans the command, carries it out and writes the files it asks for. Everything a command does,
/// from the menu or from a script, comes through here.
Result<Done> run(const Context& context, const Call& call, const plan::Circumstances& now,
                 const Planner& planner = plan::plan);

/// The same in another thread than that of the window, which holds the turn and shows how far the course has come.
/// Faults: refused once it was cancelled.
Result<Done> run_beside_window(const Context& context, const Call& call, const plan::Circumstances& now, plan::Course& course);
/// Whether reading the workbook takes so long that somebody would wait for it; and a whole command with these options.
bool takes_long(const document::Book& book);
bool takes_long(const document::Book& book, const plan::Options& options);

}  // namespace steward::commands
