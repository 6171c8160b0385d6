#include "dialogs/set_up_dialog.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include "commands/file_picker.hpp"
#include "commands/information_bar.hpp"
#include "commands/message.hpp"
#include "commands/preferences.hpp"
#include "dialogs/control_choices.hpp"
#include "dialogs/dialog.hpp"
#include "dialogs/progress_dialog.hpp"
#include "plan/survey.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {
namespace {

// In the order of the lists in the dialog's source; the first nature leaves it to recognition.
constexpr std::array natures{"", "expense", "revenue", "asset", "liability", "statistical"};
// Answers to recognition, of which the first says nothing.
constexpr std::array signs{"", "no", "yes"};
constexpr std::array factors{"", "1", "1000", "10000", "1000000"};

class SetUpDialog {
 public:
  SetUpDialog(const commands::Scene& scene, workbook::Snapshot snapshot)
      : scene_(scene), snapshot_(std::move(snapshot)), dialog_(scene.context, scene.peer(), "SetUp") {
    dialog_.choose("startMonth", 0);
    for (const char* list : {"nature", "sign", "unit"}) dialog_.choose(list, 0);
    const auto usual = commands::read_preferences(scene.context);
    dialog_.choose("basis", place_of(bases, usual.basis));
    dialog_.choose("action", place_of(actions, usual.action));
    dialog_.set_text("thresholds", usual.thresholds);
    dialog_.set_text("tolerance", usual.tolerance);
    if (!scene.book.can_be_controlled_in_place()) url_ = commands::free_url_beside(scene, "", "ods");
    for (const char* control : {"year", "startMonth", "nature", "sign", "unit", "cutOver", "thresholds", "tolerance"})
      dialog_.on(control, [this] { look(); });
    dialog_.on("table", [this] {
      answers_.clear();
      look();
    });
    dialog_.on("answer", [this] { take_answer(); });
    dialog_.on("ok", [this] { finish(); });
    dialog_.at_first([this] {
      look();
      fill_tables();
    });
  }

  std::optional<plan::Plan> ask() { return dialog_.execute() ? std::move(survey_.plan) : std::nullopt; }
  const std::string& url() const { return url_; }

 private:
  plan::Options options() const {
    plan::Options options = answers_;
    const auto set = [&](const char* name, std::string text) {
      if (!text.empty()) options[name] = std::move(text);
    };
    if (const int table = dialog_.chosen("table"); table >= 0 && survey_.tables.size() > 1)
      set("table", survey_.tables[static_cast<std::size_t>(table)].number);
    for (const char* name : {"cutOver", "thresholds", "tolerance"}) set(name, dialog_.text(name));
    // What was recognised is shown, and goes on being recognised until somebody says otherwise.
    if (const auto year = dialog_.text("year"); year != shown_year_) set("year", year);
    options["startMonth"] = static_cast<double>(dialog_.chosen("startMonth") + 1);
    set("nature", natures[static_cast<std::size_t>(std::max(0, dialog_.chosen("nature")))]);
    answer(options, "sign", signs[static_cast<std::size_t>(std::max(0, dialog_.chosen("sign")))]);
    answer(options, "factor", factors[static_cast<std::size_t>(std::max(0, dialog_.chosen("unit")))]);
    set("basis", bases[static_cast<std::size_t>(std::max(0, dialog_.chosen("basis")))]);
    set("action", actions[static_cast<std::size_t>(std::max(0, dialog_.chosen("action")))]);
    return options;
  }

  // As an answer to a question that was not asked.
  static void answer(plan::Options& options, const std::string& question, const std::string& words) {
    if (words.empty()) return;
    Table row;
    row.append({question, words});
    plan::answer(options, {words, "answers", std::move(row)});
  }

  // Reads the workbook with what stands in the dialog and shows what comes of it.
  void look() {
    const Waiting waiting{scene_.context, dialog_.front(), scene_.now.language, commands::title_of("setUp", scene_.now.language)};
    survey_ = with_progress(waiting, [this, options = options()](plan::Course& course) {
      return plan::survey({snapshot_, options, scene_.now, &course});
    });
    if (dialog_.text("year") == shown_year_ && !survey_.year.empty()) {
      shown_year_ = survey_.question ? "" : survey_.year;
      dialog_.set_text("year", shown_year_);
    }
    const auto& question = survey_.question;
    dialog_.set_text("preview", survey_.found);
    const std::string words = question      ? question->sentence
                              : url_.empty() ? std::string()
                                             : scene_.say(phrase::saved_beside, {commands::to_path(url_)});
    dialog_.set_words("question", words);
    std::vector<std::string> choices;
    if (question)
      for (const auto& choice : question->choices) choices.push_back(choice.words);
    dialog_.set_items("answer", choices);
    dialog_.set_text("answer", "");
    dialog_.show("answer", question.has_value());
    dialog_.show("answerLabel", question.has_value());
    dialog_.show("question", !words.empty());
    dialog_.reach("preview", "answer", words.empty());
  }

  void fill_tables() {
    std::vector<std::string> captions;
    for (const auto& table : survey_.tables) captions.push_back(table.caption);
    dialog_.set_items("table", captions);
    dialog_.choose("table", captions.empty() ? -1 : static_cast<int>(survey_.suggested));
    if (captions.size() > 1) look();
    if (survey_.question) dialog_.focus("answer");
  }

  void take_answer() {
    const auto given = dialog_.text("answer");
    if (!survey_.question || given.empty()) return;
    const auto& choices = survey_.question->choices;
    // Any other year may be typed as well as those that are offered.
    if (!choices.empty() && choices.front().option == "year") {
      dialog_.set_text("year", given);
      return look();
    }
    const auto choice = std::ranges::find(choices, given, &plan::Inquiry::Choice::words);
    if (choice == choices.end()) return;
    plan::answer(answers_, *choice);
    look();
  }

  void finish() {
    take_answer();  // chosen with the keys, an answer is not told of
    if (survey_.plan) return look_again_and_close();
    commands::warn(scene_.context, scene_.frame, scene_.now.language, survey_.question ? survey_.question->sentence : survey_.found);
    if (survey_.question) dialog_.focus("answer");
  }
  // Basis and action do not change the preview, only the plan.
  void look_again_and_close() {
    look();
    if (survey_.plan) dialog_.close(true);
  }

  const commands::Scene& scene_;
  workbook::Snapshot snapshot_;
  Dialog dialog_;
  plan::Options answers_;
  plan::Survey survey_;
  std::string url_, shown_year_;
};

void show_control(const commands::Scene& scene) {
  if (const auto control = scene.book.table(tables::control.name))
    as<css::sheet::XSpreadsheetView>(scene.frame->getController())->setActiveSheet(scene.book.sheet_at(control->Sheet));
}

}  // namespace

void set_up(const commands::Scene& scene) {
  auto snapshot = read_with_progress(scene, "setUp", Outlines::read);
  if (!snapshot) return;
  SetUpDialog dialog(scene, std::move(*snapshot));
  const auto plan = dialog.ask();
  if (!plan) return;
  const auto url = dialog.url().empty() ? std::nullopt : std::optional(dialog.url());
  const auto done = carry_out_with_progress(scene, *plan, url);
  if (done.has_error())
    return commands::warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  show_control(scene);
  commands::show_bar(scene.frame->getController(), commands::BarKind::success, scene.say(phrase::product_name),
                     done.value().message, {{scene.say(phrase::bar_undo), ".uno:Undo"}});
}

}  // namespace steward::dialogs
