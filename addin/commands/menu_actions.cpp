#include "commands/menu_actions.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/deployment/XPackageInformationProvider.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <com/sun/star/system/XSystemShellExecute.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "commands/circumstances.hpp"
#include "commands/file_picker.hpp"
#include "commands/information_bar.hpp"
#include "commands/message.hpp"
#include "commands/scene.hpp"
#include "commands/self_test.hpp"
#include "commands/watcher.hpp"
#include "dialogs/explain_dialog.hpp"
#include "dialogs/findings_dialog.hpp"
#include "dialogs/forms.hpp"
#include "dialogs/options_dialog.hpp"
#include "dialogs/post_dialog.hpp"
#include "dialogs/postings_dialog.hpp"
#include "dialogs/progress_dialog.hpp"
#include "dialogs/report_dialog.hpp"
#include "dialogs/set_up_dialog.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/book.gen.hpp"
#include "words/phrases/set_up.gen.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::commands {
namespace {

// The buttons Show and Back of the information bar: the address of the cell stands behind them. Behind a link of the
// dashboard stands the id of a line.
constexpr std::string_view show_cell = "show.", back_to = "back.", postings_of = "postings.";

/// For which documents an entry makes sense.
enum class Needs { nothing, uncontrolled, controlled };

struct Entry {
  std::string_view command;
  Needs needs;
  void (*act)(const Scene&);
};

Reference<css::uno::XInterface> model_in(const Reference<css::frame::XFrame>& frame) {
  const auto controller = frame.is() ? frame->getController() : nullptr;
  return controller.is() ? Reference<css::uno::XInterface>(controller->getModel()) : nullptr;
}

void open_help(const Context& context, Language language) {
  const auto packages = as<css::deployment::XPackageInformationProvider>(
      context->getValueByName("/singletons/com.sun.star.deployment.PackageInformationProvider").get<Reference<css::uno::XInterface>>());
  const auto page = packages->getPackageLocation("org.steward.budget") +
                    (language == Language::chinese ? rtl::OUString("/help/reference_zh.html") : rtl::OUString("/help/reference_en.html"));
  service<css::system::XSystemShellExecute>(context, "com.sun.star.system.SystemShellExecute")
      ->execute(page, {}, css::system::SystemShellExecuteFlags::URIS_ONLY);
}

// Runs a command that asks nothing more, and says in the bar what it did.
void run_and_tell(const Scene& scene, const std::string& command, plan::Options options = {}) {
  const auto done = dialogs::run_with_progress(scene, command, std::move(options));
  if (done.has_error()) return warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  show_bar(scene.frame->getController(), BarKind::success, scene.say(phrase::product_name), done.value().message);
}

void remove_control(const Scene& scene) {
  if (ask(scene.context, scene.frame, scene.now.language, scene.say(phrase::ask_remove_control))) run_and_tell(scene, "removeControl");
}

void export_values(const Scene& scene) {
  if (const auto url = pick_file_to_save(scene, scene.say(phrase::export_title), "-values", "xlsx")) run_and_tell(scene, "exportValues", {{"url", *url}});
}

// Runs a command that only looks, and says in a box what it found.
void look_and_tell(const Scene& scene, const std::string& command) {
  const auto done = dialogs::run_with_progress(scene, command);
  if (done.has_error()) return warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  tell(scene.context, scene.frame, scene.now.language, done.value().message);
}

void verify_log(const Scene& scene) { look_and_tell(scene, "verifyLog"); }
void seal(const Scene& scene) { look_and_tell(scene, "seal"); }

void check_installation(const Scene& scene) {
  const auto done = self_test(scene.context, scene.now, true);
  if (done.has_error()) return warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  tell(scene.context, scene.frame, scene.now.language, done.value().message);
}

// The block of cells that is selected; of a single cell, what lies around it.
std::optional<std::string> selected_range(const Scene& scene) {
  const Reference<css::view::XSelectionSupplier> supplier(scene.frame->getController(), css::uno::UNO_QUERY);
  if (!supplier.is()) return std::nullopt;
  Reference<css::sheet::XSheetCellRange> selected(supplier->getSelection(), css::uno::UNO_QUERY);
  if (!selected.is()) return std::nullopt;
  if (Reference<css::sheet::XCellAddressable>(selected, css::uno::UNO_QUERY).is()) {
    const auto cursor = selected->getSpreadsheet()->createCursorByRange(selected);
    cursor->collapseToCurrentRegion();
    selected = as<css::sheet::XSheetCellRange>(cursor);
  }
  return to_utf8(property<rtl::OUString>(selected, "AbsoluteName"));
}

// A controlled budget is forecast as a whole; without control the history is what is selected.
void forecast(const Scene& scene) {
  plan::Options options;
  if (!is_under_control(scene.frame))
    if (const auto range = selected_range(scene)) options["range"] = *range;
  const auto done = dialogs::run_with_progress(scene, "forecast", std::move(options));
  if (done.has_error()) return warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  if (scene.book.has_sheet(done.value().sheet))
    as<css::sheet::XSpreadsheetView>(scene.frame->getController())->setActiveSheet(scene.book.sheet(done.value().sheet));
  show_bar(scene.frame->getController(), BarKind::success, scene.say(phrase::product_name), done.value().message);
}

void dashboard(const Scene& scene) {
  const auto done = dialogs::run_with_progress(scene, "dashboard");
  if (done.has_error()) return warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  as<css::sheet::XSpreadsheetView>(scene.frame->getController())->setActiveSheet(scene.book.sheet(done.value().sheet));
  show_bar(scene.frame->getController(), BarKind::success, scene.say(phrase::product_name), done.value().message);
}

void help(const Scene& scene) { open_help(scene.context, scene.now.language); }

constexpr std::array entries{
    Entry{"setUp", Needs::uncontrolled, dialogs::set_up},
    Entry{"post", Needs::controlled, dialogs::post},
    Entry{"check", Needs::controlled, dialogs::check_now},
    Entry{"explain", Needs::controlled, dialogs::explain},
    Entry{"postings", Needs::controlled, dialogs::show_postings},
    Entry{"request", Needs::controlled, dialogs::request},
    Entry{"decide", Needs::controlled, dialogs::decide},
    Entry{"transfer", Needs::controlled, dialogs::transfer},
    Entry{"revise", Needs::controlled, dialogs::revise},
    Entry{"rollForward", Needs::controlled, dialogs::roll_forward},
    Entry{"closeYear", Needs::controlled, dialogs::close_year},
    Entry{"carry", Needs::controlled, dialogs::carry_forward},
    Entry{"compare", Needs::controlled, dialogs::compare},
    Entry{"report", Needs::controlled, dialogs::report},
    Entry{"dashboard", Needs::controlled, dashboard},
    Entry{"forecast", Needs::nothing, forecast},
    Entry{"verifyLog", Needs::controlled, verify_log},
    Entry{"seal", Needs::controlled, seal},
    Entry{"exportValues", Needs::controlled, export_values},
    Entry{"removeControl", Needs::controlled, remove_control},
    Entry{"options", Needs::nothing, dialogs::options},
    Entry{"help", Needs::nothing, help},
    Entry{"selfTest", Needs::nothing, check_installation},
};

const Entry* entry_of(std::string_view command) {
  const auto found = std::ranges::find(entries, command, &Entry::command);
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

bool is_possible(const Reference<css::frame::XFrame>& frame, std::string_view command) {
  if (command.starts_with(show_cell) || command.starts_with(back_to) || command.starts_with(postings_of)) return is_under_control(frame);
  const auto* entry = entry_of(command);
  if (!entry) return false;
  const auto book = document::Book::of(model_in(frame));
  if (!book) return false;
  return entry->needs == Needs::nothing || is_under_control(frame) == (entry->needs == Needs::controlled);
}

bool is_under_control(const Reference<css::frame::XFrame>& frame) {
  const auto book = document::Book::of(model_in(frame));
  return book && book->table(tables::settings.name).has_value();
}

void act(const Context& context, const Reference<css::frame::XFrame>& frame, std::string_view command) {
  const auto now = circumstances(context);
  try {
    const auto* entry = entry_of(command);
    const auto book = document::Book::of(model_in(frame));
    if (book && command.starts_with(show_cell)) return go_to({context, frame, *book, now}, std::string(command.substr(show_cell.size())));
    if (book && command.starts_with(back_to)) {
      go_to({context, frame, *book, now}, std::string(command.substr(back_to.size())));
      return remove_bar(frame->getController());
    }
    const bool is_of_a_line = command.starts_with(postings_of);
    if (!book || !(entry || is_of_a_line)) return;
    // The tabbed bar offers everything always.
    if (!is_possible(frame, command))
      return warn(context, frame, now.language, std::string(text(is_under_control(frame) ? phrase::already_controlled : phrase::not_under_control, now.language)));
    const Watcher::Turn turn(*book);
    if (!turn.is_ours()) return warn(context, frame, now.language, std::string(text(phrase::command_at_work, now.language)));
    const Scene scene{context, frame, *book, now};
    if (is_of_a_line) dialogs::show_postings_of(scene, std::string(command.substr(postings_of.size())));
    else entry->act(scene);
  } catch (const css::uno::Exception& fault) {
    warn(context, frame, now.language, filled(phrase::office_error, now.language, std::vector{to_utf8(fault.Message)}));
  }
}

}  // namespace steward::commands
