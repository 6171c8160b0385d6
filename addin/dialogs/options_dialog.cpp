#include "dialogs/options_dialog.hpp"

#include <algorithm>

#include "commands/preferences.hpp"
#include "dialogs/control_choices.hpp"
#include "dialogs/dialog.hpp"
#include "plan/wishes.hpp"

namespace steward::dialogs {

void options(const commands::Scene& scene) {
  Dialog dialog(scene.context, scene.peer(), "Options");
  auto usual = commands::read_preferences(scene.context);
  dialog.set_text("name", usual.name);
  dialog.choose("basis", place_of(bases, usual.basis));
  dialog.choose("action", place_of(actions, usual.action));
  dialog.set_text("thresholds", usual.thresholds);
  dialog.set_text("tolerance", usual.tolerance);
  dialog.on("go", [&] {
    const workbook::Snapshot nothing;
    const auto read = plan::read_wishes({nothing, {{"thresholds", dialog.text("thresholds")}, {"tolerance", dialog.text("tolerance")}}, scene.now});
    if (read.has_error()) return dialog.set_words("message", scene.say(read.error().sentence, read.error().blanks));
    usual.name = dialog.text("name");
    usual.basis = bases[static_cast<std::size_t>(std::max(0, dialog.chosen("basis")))];
    usual.action = actions[static_cast<std::size_t>(std::max(0, dialog.chosen("action")))];
    usual.thresholds = dialog.text("thresholds");
    usual.tolerance = dialog.text("tolerance");
    commands::write_preferences(scene.context, usual);
    dialog.close(true);
  });
  dialog.execute();
}

}  // namespace steward::dialogs
