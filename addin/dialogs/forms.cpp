#include "dialogs/forms.hpp"

#include <algorithm>
#include <set>

#include "commands/message.hpp"
#include "dialogs/command_dialog.hpp"
#include "dialogs/row_source.hpp"
#include "document/outline_reader.hpp"
#include "plan/request_words.hpp"
#include "plan/shown.hpp"
#include "plan/waiting.hpp"
#include "words/phrases/forms.gen.hpp"
#include "words/phrases/postings.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {
namespace {

using commands::Scene;
using workbook::Snapshot;

std::string cell_text(const plan::Board& board, const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return board.amount(*number);
  const auto* text = std::get_if<std::string>(&value);
  return text ? *text : std::string();
}

// Rows of an answer, by the names of its columns.
std::vector<std::vector<std::string>> shown_rows(const plan::Board& board, const Table& answer, std::initializer_list<const char*> columns) {
  std::vector<std::size_t> places;
  for (const char* name : columns)
    for (std::size_t column = 0; column < answer.columns(); ++column)
      if (answer.at(0, column) == Value(std::string(name))) places.push_back(column);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t row = 1; row < answer.rows(); ++row) {
    auto& texts = rows.emplace_back();
    for (const auto column : places) texts.push_back(cell_text(board, answer.at(row, column)));
  }
  return rows;
}

std::optional<plan::Desktop> desktop_of(const Scene& scene, const Snapshot& snapshot) {
  auto desktop = plan::read_desktop(snapshot, scene.now.language);
  if (desktop) return std::move(desktop).value();
  commands::warn(scene.context, scene.frame, scene.now.language, scene.say(desktop.error().sentence, desktop.error().blanks));
  return std::nullopt;
}

// Which fields a request of a type has.
void follow_type(CommandDialog& form, const std::string& type) {
  const std::set<std::string> without_line{"rule", "authority", "reopen", "carry", "setting"}, without_amount{"rule", "authority", "reopen", "setting", "reserve"};
  form.dialog().enable("line", !without_line.contains(type));
  form.dialog().enable("amount", !without_amount.contains(type));
  form.dialog().enable("period", type != "rule" && type != "authority" && type != "carry" && type != "setting");
}

void show_differences(CommandDialog& form) {
  const auto compared = form.planned(form.options());
  if (compared.has_error()) {
    form.dialog().set_rows("differences", {});
    return form.refuse(compared.error());
  }
  auto rows = shown_rows(form.board(), compared.value().answer, {"key", "from", "to", "difference"});
  std::erase_if(rows, [&](const auto& row) { return row.back() == form.board().amount(0.0); });
  form.dialog().set_rows("differences", rows);
  form.show_message(compared.value().message);
}

}  // namespace

void request(const Scene& scene) {
  with_board(scene, "request", [&](Snapshot snapshot, plan::Board board) {
    CommandDialog form(scene, "Request", "request", std::move(snapshot), std::move(board));
    const auto types = plan::offered_requests(form.board().role_of(scene.now.user));
    std::vector<std::string> words;
    for (const auto& type : types) words.push_back(plan::request_in_words(type, scene.now.language));
    form.dialog().set_items("type", words);
    form.take_code("type", types);
    form.take_line("line");
    form.take_period("period");
    for (const char* field : {"amount", "document", "purpose", "attachments", "consent"}) form.take_text(field);
    form.dialog().on("type", [&] { follow_type(form, types[static_cast<std::size_t>(std::max(0, form.dialog().chosen("type")))]); });
    form.run();
  });
}

void transfer(const Scene& scene) {
  with_board(scene, "transfer", [&](Snapshot snapshot, plan::Board board) {
    CommandDialog form(scene, "Transfer", "transfer", std::move(snapshot), std::move(board));
    form.take_line("line");
    form.take_period("period");
    form.take_line("to");
    form.take_period("toPeriod");
    for (const char* field : {"amount", "purpose", "attachments", "consent"}) form.take_text(field);
    form.run();
  });
}

void decide(const Scene& scene) {
  with_board(scene, "decide", [&](Snapshot snapshot, plan::Board board) {
    const auto desktop = desktop_of(scene, snapshot);
    if (!desktop) return;
    if (desktop->requests.empty()) return commands::tell(scene.context, scene.frame, scene.now.language, scene.say(phrase::no_request_waits));
    CommandDialog form(scene, "Approve", "decide", std::move(snapshot), std::move(board));
    form.dialog().set_columns("requests", {{scene.say(phrase::head_request), 9}, {scene.say(phrase::head_asked), 14},
                                           {scene.say(phrase::head_line), 30}, {scene.say(phrase::head_amount), 14, true},
                                           {scene.say(phrase::head_by), 14}, {scene.say(phrase::head_waiting), 16},
                                           {scene.say(phrase::head_purpose), 20}});
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : desktop->requests) rows.push_back({one.id, one.what, one.line, one.amount, one.by, one.waiting_for, one.purpose});
    form.dialog().set_rows("requests", rows);
    form.take("request", [&] {
      return desktop->requests[static_cast<std::size_t>(std::max(0, form.dialog().selected_row("requests")))].id;
    });
    form.take_code("decision", {"approve", "reject", "return", "delegate", "withdraw"});
    form.take_text("to");
    form.take_text("reason");
    form.run();
  });
}

void revise(const Scene& scene) {
  with_board(scene, "revise", [&](Snapshot snapshot, plan::Board board) {
    document::read_outlines(scene.context, scene.book, snapshot);
    CommandDialog form(scene, "Revise", "revise", std::move(snapshot), std::move(board));
    form.dialog().set_columns("changes", {{scene.say(phrase::head_line), 46}, {scene.say(phrase::head_approved), 18, true},
                                          {scene.say(phrase::head_draft), 18, true}, {scene.say(phrase::head_difference), 18, true}});
    const auto shown = form.planned({{"mode", std::string("check")}});
    if (shown.has_error()) {
      form.refuse(shown.error());
      form.dialog().enable("go", false);
    } else {
      form.dialog().set_rows("changes", shown_rows(form.board(), shown.value().answer, {"key", "approved", "draft", "difference"}));
      form.show_message(shown.value().message);
    }
    form.take_text("purpose");
    form.take_text("attachments");
    form.run();
  });
}

void roll_forward(const Scene& scene) {
  with_board(scene, "rollForward", [&](Snapshot snapshot, plan::Board board) {
    const auto desktop = desktop_of(scene, snapshot);
    if (!desktop) return;
    CommandDialog form(scene, "RollForward", "rollForward", std::move(snapshot), std::move(board));
    form.take_period("period");
    const auto& periods = form.board().periods();
    const auto first = std::ranges::find(periods, desktop->first_open);
    if (first != periods.end()) form.dialog().choose("period", static_cast<int>(first - periods.begin()));
    form.take_code("state", {"closed", "soft-closed"});
    form.take_text("reason");
    form.run();
  });
}

void close_year(const Scene& scene) {
  with_board(scene, "closeYear", [&](Snapshot snapshot, plan::Board board) {
    CommandDialog form(scene, "CloseYear", "closeYear", std::move(snapshot), std::move(board));
    form.take_code("policy", {"none", "surplus", "signed", "capped", "lapse"});
    form.take_text("cap");
    form.take_text("floor");
    form.take_line("to", scene.say(phrase::no_line));
    form.take_text("reason");
    RowSource accruals(scene, form.dialog(), form.snapshot(), RowSource::other);
    form.dialog().choose("source", RowSource::other);
    form.take_rows("accruals", [&] { return accruals.kind() == RowSource::other ? Result<Table>(Table()) : accruals.rows(); });
    form.dialog().on("source", [&] { accruals.follow(); });
    accruals.on_file([] {});
    accruals.follow();
    const auto follow = [&] {
      form.dialog().enable("cap", form.dialog().chosen("policy") == 3);
      form.dialog().enable("floor", form.dialog().chosen("policy") == 4);
    };
    form.dialog().on("policy", follow);
    follow();
    form.run();
  });
}

void carry_forward(const Scene& scene) {
  with_board(scene, "carry", [&](Snapshot snapshot, plan::Board board) {
    const auto desktop = desktop_of(scene, snapshot);
    if (!desktop) return;
    CommandDialog form(scene, "CarryForward", "carry", std::move(snapshot), std::move(board));
    auto& dialog = form.dialog();
    RowSource source(scene, dialog, form.snapshot(), RowSource::file);
    dialog.set_columns("rows", {{scene.say(phrase::head_row), 6, true}, {scene.say(phrase::head_stage), 16}, {scene.say(phrase::head_line), 40},
                                {scene.say(phrase::head_amount), 18, true}, {scene.say(phrase::head_document), 20}});
    form.take_word("request", desktop->carries);
    form.take_text("reason");
    form.take_rows("rows", [&] { return source.rows(); });
    const auto look = [&] {
      source.follow();
      const auto rows = source.rows();
      dialog.set_rows("rows", rows ? plan::shown_incoming(rows.value(), form.board(), scene.now.language) : std::vector<TextRow>());
      const auto tried = form.tried();
      if (tried) form.show_message(tried.value().message);
      else form.refuse(tried.error());
      dialog.enable("go", tried.has_value());
    };
    for (const char* control : {"source", "sheet", "request"}) dialog.on(control, look);
    source.on_file(look);
    look();
    form.run();
  });
}

void compare(const Scene& scene) {
  with_board(scene, "compare", [&](Snapshot snapshot, plan::Board board) {
    const auto desktop = desktop_of(scene, snapshot);
    if (!desktop) return;
    CommandDialog form(scene, "Compare", "compare", std::move(snapshot), std::move(board));
    form.dialog().set_columns("differences", {{scene.say(phrase::head_line), 46}, {scene.say(phrase::head_from), 18, true},
                                              {scene.say(phrase::head_to), 18, true}, {scene.say(phrase::head_difference), 18, true}});
    auto names = desktop->versions, versions = desktop->versions;
    names.push_back(scene.say(phrase::revised_now));
    versions.emplace_back("revised");
    for (const char* field : {"from", "to"}) {
      form.dialog().set_items(field, names);
      form.take_code(field, versions);
      form.dialog().on(field, [&] { show_differences(form); });
    }
    form.dialog().choose("to", static_cast<int>(names.size()) - 1);
    show_differences(form);
    form.run();
  });
}

}  // namespace steward::dialogs
