#include "dialogs/findings_dialog.hpp"

#include "commands/jump.hpp"
#include "commands/message.hpp"
#include "dialogs/dialog.hpp"
#include "dialogs/progress_dialog.hpp"
#include "plan/shown.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::dialogs {

void check_now(const commands::Scene& scene) {
  const auto done = run_with_progress(scene, "check");
  if (done.has_error())
    return commands::warn(scene.context, scene.frame, scene.now.language, scene.say(done.error().sentence, done.error().blanks));
  const auto rows = plan::shown_findings(done.value().answer, scene.now.language);
  if (rows.empty()) return commands::tell(scene.context, scene.frame, scene.now.language, done.value().message);
  std::string chosen;
  {
    Dialog dialog(scene.context, scene.peer(), "Findings");
    dialog.set_words("headline", done.value().message);
    dialog.set_columns("findings", {{scene.say(phrase::head_severity), 10}, {scene.say(phrase::head_line), 22},
                                    {scene.say(phrase::head_cell), 16}, {scene.say(phrase::head_message), 52}});
    dialog.set_rows("findings", rows);
    const auto leave = [&] {
      const int row = std::max(0, dialog.selected_row("findings"));
      chosen = rows[static_cast<std::size_t>(row)][2];
      dialog.close(true);
    };
    for (const char* way : {"goCell", "findingsOpen"}) dialog.on(way, leave);
    dialog.execute();
  }
  if (!chosen.empty()) commands::jump(scene, chosen);
}

}  // namespace steward::dialogs
