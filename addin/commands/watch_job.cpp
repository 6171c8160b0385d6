#include "commands/watch_job.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "commands/circumstances.hpp"
#include "commands/context_menu.hpp"
#include "commands/information_bar.hpp"
#include "commands/watcher.hpp"
#include "tables/tables.gen.hpp"
#include "words/phrases/shell.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::commands {
namespace {

// What the office says of the event: its name, and the document.
struct Event {
  rtl::OUString name;
  Reference<css::frame::XModel> model;
  Reference<css::frame::XController> controller;
};

Event read(const Sequence<css::beans::NamedValue>& arguments) {
  Event event;
  for (const auto& argument : arguments) {
    Sequence<css::beans::NamedValue> environment;
    if (argument.Name != "Environment" || !(argument.Value >>= environment)) continue;
    for (const auto& value : environment) {
      if (value.Name == "EventName") value.Value >>= event.name;
      if (value.Name == "Model") value.Value >>= event.model;
    }
  }
  if (event.model.is()) event.controller = event.model->getCurrentController();
  return event;
}

void warn_of_format(const Context& context, const Reference<css::frame::XModel>& model) {
  const auto book = document::Book::of(model);
  if (!book || book->can_be_controlled_in_place() || !book->table(tables::settings.name)) return;
  const auto language = circumstances(context).language;
  const rtl::OUString url = model->getURL();
  show_bar(model->getCurrentController(), BarKind::warning, std::string(text(phrase::product_name, language)),
           filled(phrase::saved_as_other, language, std::vector{to_utf8(url.copy(url.lastIndexOf('/') + 1))}));
}

}  // namespace

Any WatchJob::execute(const Sequence<css::beans::NamedValue>& arguments) {
  const auto event = read(arguments);
  if (!document::Book::of(event.model)) return {};
  if (event.name == "OnSave" || event.name == "OnSaveAs") Watcher::keep_fingerprints(context_, event.model);
  else if (event.name == "OnSaveAsDone") warn_of_format(context_, event.model);
  else Watcher::attach(context_, event.model);
  if (event.name == "OnViewCreated" && event.controller.is()) add_to_context_menu(event.controller, context_);
  return {};
}

rtl::OUString WatchJob::getImplementationName() { return "org.steward.budget.Watch"; }
sal_Bool WatchJob::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
Sequence<rtl::OUString> WatchJob::getSupportedServiceNames() {
  return sequence<rtl::OUString>("org.steward.budget.Watch", "com.sun.star.task.Job");
}

}  // namespace steward::commands
