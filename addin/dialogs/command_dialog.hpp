#pragma once

#include <string>
#include <vector>

#include "commands/scene.hpp"
#include "dialogs/dialog.hpp"
#include "plan/board.hpp"
#include "workbook/snapshot.hpp"

namespace steward::dialogs {

/// A dialog that fills the options of one command. Its button `go` plans the command; when that is refused, the reason
/// stands in `message` and the dialog stays, so that nothing entered is lost. It is carried out once the dialog is closed.
class CommandDialog {
 public:
  CommandDialog(const commands::Scene& scene, const char* dialog, std::string command, workbook::Snapshot snapshot, plan::Board board);

  Dialog& dialog() { return dialog_; }
  const plan::Board& board() const { return board_; }
  const workbook::Snapshot& snapshot() const { return snapshot_; }
  std::string say(Phrase phrase) const { return scene_.say(phrase); }
  const commands::Scene& scene() const { return scene_; }

  /// The text of a field is an option of that name; left out when it is empty.
  void take_text(const char* field);
  /// A list of budget lines: begun with the one under the cursor, or with `none`, which leaves the option out.
  void take_line(const char* field, const std::string& none = {});
  /// A list of periods, begun with the one of the as-of date.
  void take_period(const char* field);
  /// A list whose entries stand in the dialog's source, in the order of these codes.
  void take_code(const char* field, std::vector<std::string> codes);
  /// A list of these words, which are the values of the option themselves.
  void take_word(const char* field, std::vector<std::string> words);
  /// An option that the program knows when the dialog is asked.
  void take(std::string option, std::function<std::string()> value);

  /// Rows that the program reads when the dialog is asked, as an option of that name unless there are none; their fault
  /// is shown as a refusal.
  void take_rows(const char* option, std::function<Result<Table>()> rows) {
    rows_option_ = option;
    rows_ = std::move(rows);
  }

  plan::Options options() const;
  /// What the command would do with all that stands in the dialog, rows included.
  Result<plan::Plan> tried() const;
  void show_message(const std::string& words) { dialog_.set_words("message", words); }
  void refuse(const Fault& fault) { show_message(scene_.say(fault.sentence, fault.blanks)); }
  /// What the command would answer, without writing anything.
  Result<plan::Plan> planned(plan::Options options) const;

  /// Shows the dialog; when the command was carried out, its message stands in the bar and its sheet in view.
  void run();

 private:
  struct Taken {
    std::string option;
    std::function<std::string()> value;
  };
  void go();

  const commands::Scene& scene_;
  std::string command_;
  workbook::Snapshot snapshot_;
  plan::Board board_;
  Dialog dialog_;
  Result<plan::Options> all_options() const;

  std::vector<Taken> taken_;
  std::string rows_option_;
  std::function<Result<Table>()> rows_;
  std::optional<plan::Options> asked_;
};

/// Place on the board of the line that the cursor's cell speaks of; the first that spends when it speaks of none.
int line_under_cursor(const commands::Scene& scene, const workbook::Snapshot& snapshot, const plan::Board& board);

/// Reads the workbook for the dialog of a command, which `make` shows; a workbook that cannot be read is told of instead.
void with_board(const commands::Scene& scene, std::string_view command, const std::function<void(workbook::Snapshot, plan::Board)>& make);

}  // namespace steward::dialogs
