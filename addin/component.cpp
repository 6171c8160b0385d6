#include <com/sun/star/uno/XComponentContext.hpp>
#include <sal/types.h>

#include "commands/command_job.hpp"
#include "commands/menu.hpp"
#include "commands/watch_job.hpp"
#include "functions/uno/functions_base.hpp"
#include "sidebar/factory.hpp"

/// What the office calls to make one of our services; see packaging/oxt/steward.components.
namespace {

css::uno::XInterface* acquired(cppu::OWeakObject* object) {
  object->acquire();
  return object;
}

}  // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* steward_functions(css::uno::XComponentContext*,
                                                                        const css::uno::Sequence<css::uno::Any>&) {
  return acquired(steward::functions::make_functions());
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* steward_command(css::uno::XComponentContext* context,
                                                                      const css::uno::Sequence<css::uno::Any>&) {
  return acquired(new steward::commands::CommandJob(context));
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* steward_menu(css::uno::XComponentContext* context,
                                                                   const css::uno::Sequence<css::uno::Any>&) {
  return acquired(new steward::commands::Menu(context));
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* steward_watch(css::uno::XComponentContext* context,
                                                                    const css::uno::Sequence<css::uno::Any>&) {
  return acquired(new steward::commands::WatchJob(context));
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* steward_sidebar(css::uno::XComponentContext* context,
                                                                      const css::uno::Sequence<css::uno::Any>&) {
  return acquired(new steward::sidebar::Factory(context));
}
