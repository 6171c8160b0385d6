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
/// Who does work that calls the office: reading, and carrying out. Without a window nobody looks on.
using InOffice = std::function<void(plan::Phase phase, bool takes_long, const std::function<void(plan::Course*)>& work)>;
inline void unseen(plan::Phase, bool, const std::function<void(plan::Course*)>& work) { work(nullptr); }

/// Reads the document, plans the command, carries it out and writes the files it asks for. Everything a command does,
/// from the menu or from a script, comes through here. Faults: refused once the course of a stage was cancelled.
Result<Done> run(const Context& context, Call call, const plan::Circumstances& now,
                 const Planner& planner = plan::plan, const InOffice& in_office = unseen);

/// Whether reading the workbook takes so long that somebody would wait for it.
bool takes_long(const document::Book& book);

}  // namespace steward::commands
