#include "commands/runner.hpp"

#include <algorithm>
#include <com/sun/star/frame/XModel.hpp>

#include "commands/files.hpp"
#include "commands/watcher.hpp"
#include "commands/self_test.hpp"
#include "document/edit_writer.hpp"
#include "document/mended_tables.hpp"
#include "document/outline_reader.hpp"
#include "document/pieces.hpp"
#include "document/snapshot_reader.hpp"
#include "plan/effort.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/course.gen.hpp"
#include "words/phrases/log.gen.hpp"
#include "words/phrases/report.gen.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::commands {
namespace {

// Where a file is to be written is the shell's business; plans never see it.
std::optional<std::string> take_url(plan::Options& options) {
  const auto found = options.find("url");
  if (found == options.end()) return std::nullopt;
  const auto taken = options.extract(found);
  const auto* url = std::get_if<std::string>(&taken.mapped());
  return url && !url->empty() ? std::optional(*url) : std::nullopt;
}

// Commands that read the user's own tables, of which the outline may be telling.
bool recognises(const std::string& command) {
  return command == "detect" || command == "setUp" || command == "check" || command == "revise";
}

// Posting goes by values alone, and is what is done most.
bool reads_formulas(const std::string& command) { return command != "post"; }

Outcome may_write(const document::Book& book, const plan::Plan& plan, const std::optional<std::string>& url) {
  if (plan.edits.empty()) return success();
  if (book.is_structure_protected()) return refused(phrase::structure_protected);
  if (const auto sheet = book.sheet_with_password(); sheet && !document::Styles(book).are_complete())
    return refused(phrase::sheet_protected, {*sheet});
  // The office keeps a workbook that was opened read-only as it is, even once it has a file of its own.
  if (book.is_read_only()) return refused(phrase::document_read_only);
  if (plan.file != plan::File::controlled) return success();
  if (url || book.can_be_controlled_in_place()) return success();
  const rtl::OUString file = as<css::frame::XModel>(book.document())->getURL();
  return refused(phrase::needs_ods, {to_utf8(file.copy(file.lastIndexOf('.') + 1))});
}

// What takes an office about a second: to read (263,000 cells of a city's budget took it just under one), and to write.
constexpr std::size_t many_cells = 400'000, much_effort = 600'000;

Outcome write_files(const Context& context, const document::Book& book, const plan::Plan& plan,
                    const std::optional<std::string>& url) {
  switch (plan.file) {
    case plan::File::none: return success();
    case plan::File::controlled: return url ? store_as_ods(book, *url) : success();
    case plan::File::report: return url ? export_pdf(book, plan.file_sheet, *url) : success();
    case plan::File::values: return url ? export_values(context, book, *url) : Outcome(refused(phrase::needs_url));
  }
  return success();
}

workbook::Snapshot read(const Context& context, const document::Book& book, const std::string& command, plan::Course* course) {
  const auto formulas = reads_formulas(command) ? document::Formulas::read : document::Formulas::left_out;
  auto snapshot = document::read_snapshot(book, formulas, course);
  if (recognises(command)) document::read_outlines(context, book, snapshot);
  return snapshot;
}

}  // namespace

std::string title_of(std::string_view command, Language language) {
  const auto found = std::ranges::find(plan::commands(), command, &plan::Command::name);
  return std::string(found == plan::commands().end() ? command : text(found->title, language));
}

Result<Done> carry_out(const Context& context, const document::Book& book, const plan::Plan& plan,
                       const std::optional<std::string>& url, Language language, plan::Course* course) {
  STEWARD_TRY(may_write(book, plan, url));
  try {
    const Watcher::OwnWriting own(book, plan);
    document::carry_out(book, plan, to_office(text(plan.name, language)), context, course);
  } catch (const document::Cancelled&) {
    return refused(phrase::cancelled);
  }
  if (url) plan::begin(course, plan::Phase::saving);
  STEWARD_TRY(write_files(context, book, plan, url));
  return Done{plan.answer, plan.message, plan.file_sheet};
}

bool takes_long(const plan::Plan& plan) { return plan::effort(plan) > much_effort; }
bool takes_long(const document::Book& book) { return document::cells_of(book) > many_cells; }

Result<Done> run(const Context& context, Call call, const plan::Circumstances& now, const Planner& planner, const InOffice& in_office) {
  if (call.command == self_test_command) return self_test(context, now, false);
  const auto book = document::Book::of(call.document);
  if (!book) return refused(phrase::no_document);
  const auto url = take_url(call.options);
  const Watcher::Turn turn(*book);
  if (!turn.is_ours()) return refused(phrase::command_at_work);
  if (!book->is_read_only()) document::mend_tables(*book);
  std::optional<workbook::Snapshot> snapshot;
  try {
    in_office(plan::Phase::reading, takes_long(*book), [&](plan::Course* course) { snapshot = read(context, *book, call.command, course); });
  } catch (const document::Cancelled&) {
    return refused(phrase::cancelled);
  }
  STEWARD_TRY(const plan::Plan plan, planner(call.command, {*snapshot, call.options, now}));
  if (url && plan.file == plan::File::none) return refused(phrase::writes_no_file, {call.command});
  std::optional<Result<Done>> done;
  in_office(plan::Phase::writing, takes_long(plan) || (url && takes_long(*book)), [&](plan::Course* course) { done = carry_out(context, *book, plan, url, now.language, course); });
  return std::move(*done);
}

}  // namespace steward::commands
