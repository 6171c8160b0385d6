#include "dialogs/report_dialog.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include "commands/file_picker.hpp"
#include "commands/information_bar.hpp"
#include "commands/message.hpp"
#include "dialogs/dialog.hpp"
#include "dialogs/progress_dialog.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {

void report(const commands::Scene& scene) {
  plan::Options options;
  {
    Dialog dialog(scene.context, scene.peer(), "Report");
    const auto proposed = commands::free_url_beside(scene, "-report", "pdf");
    dialog.set_text("preparedBy", scene.now.user);
    dialog.set_text("file", commands::to_path(proposed));
    const auto wanted = [&] { dialog.check("pdf", true); };
    dialog.on("file", wanted);
    dialog.on("fileBrowse", [&] {
      const auto url = commands::pick_file_to_save(scene, scene.say(phrase::save_report), "-report", "pdf");
      if (!url) return;
      dialog.set_text("file", commands::to_path(*url));
      wanted();
    });
    if (!dialog.execute()) return;
    for (const char* name : {"title", "asOf", "preparedBy"})
      if (auto text = dialog.text(name); !text.empty()) options[name] = std::move(text);
    if (dialog.is_checked("pdf")) options["url"] = commands::to_url(dialog.text("file"));
  }
  const auto done = run_with_progress(scene, "report", std::move(options));
  if (done.has_error())
    return commands::warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  if (scene.book.has_sheet(done.value().sheet))
    as<css::sheet::XSpreadsheetView>(scene.frame->getController())->setActiveSheet(scene.book.sheet(done.value().sheet));
  commands::show_bar(scene.frame->getController(), commands::BarKind::success, scene.say(phrase::product_name), done.value().message);
}

}  // namespace steward::dialogs
