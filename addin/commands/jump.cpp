#include "commands/jump.hpp"

#include "commands/information_bar.hpp"
#include "document/snapshot_reader.hpp"
#include "words/phrases/postings.gen.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::commands {

std::string cursor_address(const Scene& scene) {
  return workbook::address(document::read_tables(scene.book, {}), cursor(scene));
}

void jump(const Scene& scene, const std::string& address) {
  const auto origin = cursor_address(scene);
  go_to(scene, address);
  show_bar(scene.frame->getController(), BarKind::information, scene.say(phrase::product_name),
           scene.say(phrase::bar_came_from, {origin}), {{scene.say(phrase::bar_back), "org.steward.budget:back." + origin}});
}

}  // namespace steward::commands
