#include "dialogs/explain_dialog.hpp"

#include "commands/jump.hpp"
#include "dialogs/command_dialog.hpp"
#include "dialogs/progress_dialog.hpp"
#include "plan/board.hpp"
#include "plan/shown.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {
namespace {

class ExplainDialog {
 public:
  ExplainDialog(const commands::Scene& scene, workbook::Snapshot snapshot, plan::Board board)
      : scene_(scene), snapshot_(std::move(snapshot)), board_(std::move(board)), dialog_(scene.context, scene.peer(), "Explain") {
    dialog_.set_columns("terms", {{scene.say(phrase::head_term), 34}, {scene.say(phrase::head_amount), 24, true},
                                  {scene.say(phrase::head_note), 42}});
    dialog_.set_columns("postings", {{scene.say(phrase::head_posting), 14}, {scene.say(phrase::head_amount), 24, true},
                                     {scene.say(phrase::head_details), 62}});
    std::vector<std::string> names;
    for (const auto& line : board_.lines()) names.push_back(line.id + "  " + line.name);
    dialog_.set_items("line", names);
    dialog_.set_items("period", board_.periods());
    dialog_.choose("line", line_under_cursor(scene_, snapshot_, board_));
    dialog_.choose("period", board_.period_now());
    dialog_.on("line", [this] { explain(); });
    dialog_.on("period", [this] { explain(); });
    dialog_.on("goLine", [this] { leave_for(line_address()); });
    for (const char* way : {"goPosting", "postingsOpen"}) dialog_.on(way, [this] { leave_for(posting_address()); });
    explain();
  }

  /// The cell to go to after it is closed; empty for none.
  std::string ask() {
    dialog_.execute();
    return target_;
  }

 private:
  void explain() {
    const int line = dialog_.chosen("line"), period = dialog_.chosen("period");
    if (line < 0 || period < 0) return;
    plan::Options options{{"line", board_.lines()[static_cast<std::size_t>(line)].id},
                          {"period", board_.periods()[static_cast<std::size_t>(period)]}};
    const auto planned = plan_with_progress(scene_, dialog_.front(), "explain", {snapshot_, options, scene_.now});
    if (planned.has_error()) {
      dialog_.set_words("headline", scene_.say(planned.error().sentence, planned.error().blanks));
      return;
    }
    shown_ = plan::shown_explanation(planned.value().answer, board_.decimals(), scene_.now.language);
    dialog_.set_words("headline", shown_.headline);
    dialog_.set_rows("terms", shown_.terms);
    dialog_.set_rows("postings", shown_.postings);
    dialog_.enable("goPosting", !shown_.postings.empty());
  }

  std::string line_address() const {
    return workbook::address(snapshot_, board_.lines()[static_cast<std::size_t>(std::max(0, dialog_.chosen("line")))].at);
  }

  // The row of the ledger with the id that is chosen.
  std::string posting_address() const {
    const auto row = static_cast<std::size_t>(std::max(0, dialog_.selected_row("postings")));
    const auto* ledger = snapshot_.table(tables::ledger.name);
    if (!ledger || row >= shown_.postings.size()) return {};
    const auto& sheet = snapshot_.sheets[static_cast<std::size_t>(ledger->area.sheet)];
    for (int at = ledger->area.top + 1; at < ledger->area.bottom; ++at)
      if (sheet.at(at, ledger->area.left).text == shown_.postings[row][0])
        return workbook::address(snapshot_, workbook::Position{ledger->area.sheet, at, ledger->area.left});
    return {};
  }

  void leave_for(std::string address) {
    target_ = std::move(address);
    dialog_.close(true);
  }

  const commands::Scene& scene_;
  workbook::Snapshot snapshot_;
  plan::Board board_;
  Dialog dialog_;
  plan::ShownExplanation shown_;
  std::string target_;
};

}  // namespace

void explain(const commands::Scene& scene) {
  std::string target;
  with_board(scene, "explain", [&](workbook::Snapshot snapshot, plan::Board board) {
    target = ExplainDialog(scene, std::move(snapshot), std::move(board)).ask();
  });
  if (!target.empty()) commands::jump(scene, target);
}

}  // namespace steward::dialogs
