#include "dialogs/post_dialog.hpp"

#include <array>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>

#include "commands/file_picker.hpp"
#include "commands/information_bar.hpp"
#include "commands/message.hpp"
#include "commands/text_file.hpp"
#include "dialogs/command_dialog.hpp"
#include "dialogs/progress_dialog.hpp"
#include "dialogs/row_source.hpp"
#include "plan/board.hpp"
#include "plan/log_writer.hpp"
#include "plan/posting_source.hpp"
#include "plan/shown.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {
namespace {

// In the order of the lists in the dialog's source.
constexpr auto typed = RowSource::other;
constexpr std::array stages{"actual", "commitment", "precommitment", "payment", "depreciation"};
constexpr std::array typed_fields{"line", "stage", "amount", "date", "document", "reference"};

class PostDialog {
 public:
  PostDialog(const commands::Scene& scene, workbook::Snapshot snapshot, plan::Board board)
      : scene_(scene), snapshot_(std::move(snapshot)), board_(std::move(board)), dialog_(scene.context, scene.peer(), "Post"),
        source_(scene, dialog_, snapshot_, typed) {
    fill();
    dialog_.on("sheet", [this] { check(); });
    source_.on_file([this] {
      follow_source();
      check();
    });
    dialog_.on("source", [this] {
      follow_source();
      check();
    });
    for (const char* control : typed_fields) dialog_.on(control, [this] { follow_typing(); });
    dialog_.on("check", [this] { check(); });
    dialog_.on("postAll", [this] { finish("post"); });
    dialog_.on("postAllowed", [this] { finish("post-allowed"); });
    follow_source();
    if (source_.kind() == RowSource::selection) dialog_.at_first([this] { check(); });
  }

  std::optional<plan::Plan> ask() { return dialog_.execute() ? std::move(plan_) : std::nullopt; }

 private:
  void fill() {
    dialog_.set_columns("verdicts", {{scene_.say(phrase::head_verdict), 11}, {scene_.say(phrase::head_row), 6, true},
                                     {scene_.say(phrase::head_line), 22}, {scene_.say(phrase::head_period), 14},
                                     {scene_.say(phrase::head_available), 14, true}, {scene_.say(phrase::head_excess), 13, true},
                                     {scene_.say(phrase::head_message), 50}});
    std::vector<std::string> names;
    for (const auto& line : board_.lines()) names.push_back(line.id + "  " + line.name);
    dialog_.set_items("line", names);
    dialog_.choose("stage", 0);
    dialog_.set_text("date", plan::iso(scene_.now.today));
    dialog_.choose("line", board_.lines().empty() ? -1 : line_under_cursor(scene_, snapshot_, board_));
  }

  void follow_source() {
    source_.follow();
    for (const char* control : typed_fields) dialog_.enable(control, source_.kind() == typed);
    // Enter posts what is typed, or shows the verdict that stops it.
    set_possible(source_.kind() == typed, false);
  }

  // The verdict on what stands there, as soon as there is an amount. Beside a long ledger each takes its time, and nobody
  // waits for one at every key: Enter and the buttons ask for it.
  void follow_typing() {
    if (source_.kind() != typed) return;
    if (dialog_.text("amount").empty() || has_long_ledger()) return set_possible(true, false);
    check();
  }

  bool has_long_ledger() const {
    constexpr int many_rows = 20'000;
    const auto* ledger = snapshot_.table(tables::ledger.name);
    return ledger && ledger->area.rows() > many_rows;
  }

  void set_possible(bool all, bool allowed) {
    dialog_.enable("postAll", all);
    dialog_.enable("postAllowed", allowed);
  }

  Result<Table> rows() const { return source_.kind() == typed ? typed_row() : source_.rows(); }

  Result<Table> typed_row() const {
    const int line = dialog_.chosen("line");
    const auto amount = dialog_.text("amount");
    if (line < 0 || amount.empty()) return refused(phrase::nothing_to_post);
    std::vector<Value> header{std::string("date"), std::string("document"), std::string("stage"), std::string("amount"), std::string("reference")};
    std::vector<Value> row{dialog_.text("date"), dialog_.text("document"),
                           std::string(stages[static_cast<std::size_t>(std::max(0, dialog_.chosen("stage")))]), amount,
                           dialog_.text("reference")};
    const auto& key = board_.lines()[static_cast<std::size_t>(line)].key;
    for (std::size_t i = 0; i < key.size(); ++i) {
      header.emplace_back(board_.dimensions()[i]);
      row.emplace_back(key[i]);
    }
    Table table;
    table.append(std::move(header));
    table.append(std::move(row));
    return table;
  }

  Result<plan::Plan> planned(const char* mode) const {
    STEWARD_TRY(auto rows, this->rows());
    return plan_with_progress(scene_, dialog_.front(), "post", {snapshot_, {{"rows", std::move(rows)}, {"mode", std::string(mode)}}, scene_.now});
  }

  // The verdict on each row, before anything is written.
  void check() {
    const auto checked = planned("check");
    if (checked.has_error()) {
      dialog_.set_rows("verdicts", {});
      dialog_.set_words("summary", scene_.say(checked.error().sentence, checked.error().blanks));
      return set_possible(false, false);
    }
    const auto& answer = checked.value().answer;
    dialog_.set_rows("verdicts", plan::shown_verdicts(answer, board_.decimals(), scene_.now.language));
    dialog_.set_words("summary", checked.value().message);
    std::size_t stopped = 0;
    for (std::size_t row = answer.rows() - 1; row > 0; --row) {
      if (answer.at(row, 1) != Value(std::string("Stop"))) continue;
      ++stopped;
      dialog_.select_row("verdicts", static_cast<int>(row) - 1);
    }
    set_possible(stopped == 0, stopped > 0 && stopped + 1 < answer.rows());
  }

  // Nothing is posted that was not shown: with a stop among the rows the verdicts are shown and the dialog stays.
  void finish(const char* mode) {
    auto plan = planned(mode);
    if (plan.has_error() || plan.value().edits.empty()) return check();
    plan_ = std::move(plan).value();
    dialog_.close(true);
  }

  const commands::Scene& scene_;
  workbook::Snapshot snapshot_;
  plan::Board board_;
  Dialog dialog_;
  RowSource source_;
  std::optional<plan::Plan> plan_;
};

}  // namespace

void post(const commands::Scene& scene) {
  std::optional<plan::Plan> plan;
  with_board(scene, "post", [&](workbook::Snapshot snapshot, plan::Board board) {
    plan = PostDialog(scene, std::move(snapshot), std::move(board)).ask();
  });
  if (!plan) return;
  const auto done = carry_out_with_progress(scene, *plan);
  if (done.has_error())
    return commands::warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  commands::show_bar(scene.frame->getController(), commands::BarKind::success, scene.say(phrase::product_name),
                     done.value().message, {{scene.say(phrase::bar_undo), ".uno:Undo"}});
}

}  // namespace steward::dialogs
