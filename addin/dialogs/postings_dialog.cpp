#include "dialogs/postings_dialog.hpp"

#include <array>

#include "commands/jump.hpp"
#include "dialogs/command_dialog.hpp"
#include "plan/drill.hpp"
#include "plan/shown.hpp"
#include "words/phrases/postings.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {
namespace {

// In the order of the list in the dialog.
struct StageChoice {
  const char* code;
  Phrase words;
};
constexpr std::array stages{StageChoice{"", phrase::postings_every_stage},
                            StageChoice{"precommitment", phrase::posting_precommitment},
                            StageChoice{"commitment", phrase::posting_commitment},
                            StageChoice{"actual", phrase::posting_actual},
                            StageChoice{"payment", phrase::posting_payment},
                            StageChoice{"supplement", phrase::posting_supplement},
                            StageChoice{"transfer-in", phrase::posting_transfer_in},
                            StageChoice{"transfer-out", phrase::posting_transfer_out},
                            StageChoice{"carry-forward", phrase::posting_carry_forward},
                            StageChoice{"freeze", phrase::posting_freeze}};

class PostingsDialog {
 public:
  // Of the line with this id, or of the figure under the cursor.
  PostingsDialog(const commands::Scene& scene, workbook::Snapshot snapshot, plan::Board board, const std::string& line)
      : form_(scene, "Postings", "postings", std::move(snapshot), std::move(board)), dialog_(form_.dialog()) {
    const auto say = [&](Phrase phrase) { return scene.say(phrase); };
    dialog_.set_columns("postings", {{say(phrase::head_posting), 8}, {say(phrase::head_date), 10}, {say(phrase::head_stage), 14},
                                     {say(phrase::head_amount), 14, true}, {say(phrase::head_document), 14},
                                     {say(phrase::head_reference), 12}, {say(phrase::head_party), 14}, {say(phrase::head_memo), 16}});
    form_.take_line("line", say(phrase::postings_all_lines));
    for (const char* field : {"period", "to"}) form_.take_period(field);
    std::vector<std::string> words, codes;
    for (const auto& [code, phrase] : stages) {
      words.push_back(say(phrase));
      codes.emplace_back(code);
    }
    dialog_.set_items("stage", words);
    form_.take_code("stage", codes);
    begin_at(line.empty() ? plan::meaning_of(form_.snapshot(), form_.board(), commands::cursor(scene))
                          : plan::CellMeaning{.line = form_.board().line_by_id(line)});
    for (const char* field : {"line", "period", "to", "stage"}) dialog_.on(field, [this] { list(); });
    for (const char* way : {"goPosting", "postingsOpen"}) dialog_.on(way, [this] { leave(); });
    list();
  }

  /// The cell to go to after it is closed; empty for none.
  std::string ask() {
    dialog_.execute();
    return target_;
  }

 private:
  void begin_at(const plan::CellMeaning& meaning) {
    const auto& periods = form_.board().periods();
    dialog_.choose("line", meaning.line + 1);
    dialog_.choose("period", std::max(0, meaning.first));
    dialog_.choose("to", meaning.first < 0 ? static_cast<int>(periods.size()) - 1 : meaning.last);
    if (!meaning.stage) return;
    for (std::size_t i = 0; i < stages.size(); ++i)
      if (stages[i].code == code_of(*meaning.stage)) dialog_.choose("stage", static_cast<int>(i));
  }

  void list() {
    const auto found = form_.planned(form_.options());
    addresses_.clear();
    std::vector<TextRow> rows;
    if (found) {
      rows = plan::shown_postings(found.value().answer, form_.board().decimals(), form_.scene().now.language);
      for (std::size_t row = 1; row < found.value().answer.rows(); ++row)
        addresses_.push_back(std::get<std::string>(found.value().answer.at(row, found.value().answer.columns() - 1)));
      dialog_.set_words("headline", found.value().message);
    } else {
      dialog_.set_words("headline", form_.scene().say(found.error().sentence, found.error().blanks));
    }
    dialog_.set_rows("postings", std::move(rows));
    dialog_.enable("goPosting", !addresses_.empty());
  }

  void leave() {
    const auto row = static_cast<std::size_t>(std::max(0, dialog_.selected_row("postings")));
    if (row >= addresses_.size()) return;
    target_ = addresses_[row];
    dialog_.close(true);
  }

  CommandDialog form_;
  Dialog& dialog_;
  std::vector<std::string> addresses_;
  std::string target_;
};

}  // namespace

void show_postings(const commands::Scene& scene) { show_postings_of(scene, {}); }

void show_postings_of(const commands::Scene& scene, const std::string& line) {
  std::string target;
  with_board(scene, "postings", [&](workbook::Snapshot snapshot, plan::Board board) {
    target = PostingsDialog(scene, std::move(snapshot), std::move(board), line).ask();
  });
  if (!target.empty()) commands::jump(scene, target);
}

}  // namespace steward::dialogs
