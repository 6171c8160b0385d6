#include "dialogs/command_dialog.hpp"

#include <algorithm>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include "commands/information_bar.hpp"
#include "commands/message.hpp"
#include "dialogs/progress_dialog.hpp"
#include "plan/drill.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {

int line_under_cursor(const commands::Scene& scene, const workbook::Snapshot& snapshot, const plan::Board& board) {
  const auto at = commands::cursor(scene);
  const int line = plan::line_of_cell(snapshot, board, at);
  return line < 0 ? board.first_spending() : line;
}

CommandDialog::CommandDialog(const commands::Scene& scene, const char* dialog, std::string command, workbook::Snapshot snapshot,
                             plan::Board board)
    : scene_(scene), command_(std::move(command)), snapshot_(std::move(snapshot)), board_(std::move(board)),
      dialog_(scene.context, scene.peer(), dialog) {
  dialog_.on("go", [this] { go(); });
}

void CommandDialog::take(std::string option, std::function<std::string()> value) {
  taken_.push_back({std::move(option), std::move(value)});
}

void CommandDialog::take_text(const char* field) {
  take(field, [this, field] { return dialog_.text(field); });
}

void CommandDialog::take_line(const char* field, const std::string& none) {
  std::vector<std::string> names;
  if (!none.empty()) names.push_back(none);
  for (const auto& line : board_.lines()) names.push_back(line.id + "  " + line.name);
  dialog_.set_items(field, names);
  dialog_.choose(field, none.empty() ? line_under_cursor(scene_, snapshot_, board_) : 0);
  const int first = none.empty() ? 0 : 1;
  take(field, [this, field, first] {
    const int chosen = dialog_.chosen(field) - first;
    return chosen < 0 ? std::string() : board_.lines()[static_cast<std::size_t>(chosen)].id;
  });
}

void CommandDialog::take_period(const char* field) {
  take_word(field, board_.periods());
  dialog_.choose(field, board_.period_now());
}

void CommandDialog::take_code(const char* field, std::vector<std::string> codes) {
  dialog_.choose(field, codes.empty() ? -1 : 0);
  take(field, [this, field, codes = std::move(codes)] {
    const int chosen = dialog_.chosen(field);
    return chosen < 0 || chosen >= static_cast<int>(codes.size()) ? std::string() : codes[static_cast<std::size_t>(chosen)];
  });
}

void CommandDialog::take_word(const char* field, std::vector<std::string> words) {
  dialog_.set_items(field, words);
  take_code(field, std::move(words));
}

plan::Options CommandDialog::options() const {
  plan::Options options;
  for (const auto& one : taken_)
    if (auto value = one.value(); !value.empty()) options[one.option] = std::move(value);
  return options;
}

Result<plan::Plan> CommandDialog::planned(plan::Options options) const {
  return plan_with_progress(scene_, dialog_.front(), command_, {snapshot_, std::move(options), scene_.now});
}

Result<plan::Options> CommandDialog::all_options() const {
  auto given = options();
  if (rows_) {
    STEWARD_TRY(auto rows, rows_());
    if (rows.rows() > 0) given[rows_option_] = std::move(rows);
  }
  return given;
}

Result<plan::Plan> CommandDialog::tried() const {
  STEWARD_TRY(auto given, all_options());
  return planned(std::move(given));
}

void CommandDialog::go() {
  auto given = all_options();
  if (given.has_error()) return refuse(given.error());
  const auto possible = planned(given.value());
  if (possible.has_error()) return refuse(possible.error());
  asked_ = std::move(given).value();
  dialog_.close(true);
}

void CommandDialog::run() {
  dialog_.execute();
  if (!asked_) return;
  const auto done = run_with_progress(scene_, command_, std::move(*asked_));
  if (done.has_error())
    return commands::warn(scene_.context, scene_.frame, scene_.now.language, scene_.say(done.error().sentence, done.error().blanks));
  const auto& sheet = done.value().sheet;
  if (!sheet.empty() && scene_.book.has_sheet(sheet))
    as<css::sheet::XSpreadsheetView>(scene_.frame->getController())->setActiveSheet(scene_.book.sheet(sheet));
  commands::show_bar(scene_.frame->getController(), commands::BarKind::success, say(phrase::product_name), done.value().message,
                     {{say(phrase::bar_undo), ".uno:Undo"}});
}

void with_board(const commands::Scene& scene, std::string_view command, const std::function<void(workbook::Snapshot, plan::Board)>& make) {
  auto snapshot = read_with_progress(scene, command);
  if (!snapshot) return;
  auto board = plan::Board::read(*snapshot, scene.now.language);
  if (board.has_error())
    return commands::warn(scene.context, scene.frame, scene.now.language, scene.say(board.error().sentence, board.error().blanks));
  make(std::move(*snapshot), std::move(board).value());
}

}  // namespace steward::dialogs
