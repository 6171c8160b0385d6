#include "dialogs/report_dialog.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

#include "commands/file_picker.hpp"
#include "commands/information_bar.hpp"
#include "commands/message.hpp"
#include "dialogs/dialog.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::dialogs {

void report(const commands::Scene& scene) {
  plan::Options options;
  {
    Dialog dialog(scene.context, scene.frame, "Report");
    const auto proposed = commands::free_url_beside(scene, "-report", "pdf");
    dialog.set_text("preparedBy", scene.now.user);
    dialog.set_text("file", commands::to_path(proposed));
    dialog.enable("file", false);
    dialog.on("pdf", [&] { dialog.enable("file", dialog.is_checked("pdf")); });
    if (!dialog.execute()) return;
    for (const char* name : {"title", "asOf", "preparedBy"})
      if (auto text = dialog.text(name); !text.empty()) options[name] = std::move(text);
    if (dialog.is_checked("pdf")) options["url"] = commands::to_url(dialog.text("file"));
  }
  const auto done = commands::run(scene.context, {"report", as<css::uno::XInterface>(scene.book.document()), std::move(options)}, scene.now);
  if (done.has_error())
    return commands::warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  if (scene.book.has_sheet(done.value().sheet))
    as<css::sheet::XSpreadsheetView>(scene.frame->getController())->setActiveSheet(scene.book.sheet(done.value().sheet));
  commands::show_bar(scene.frame->getController(), commands::BarKind::success, scene.say(phrase::product_name), done.value().message);
}

}  // namespace steward::dialogs
