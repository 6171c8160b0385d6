#include "commands/information_bar.hpp"

#include <algorithm>
#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>

namespace steward::commands {
namespace {

constexpr const char* id = "org.steward.budget";

sal_Int32 type_of(BarKind kind) {
  switch (kind) {
    case BarKind::information: return css::frame::InfobarType::INFO;
    case BarKind::success: return css::frame::InfobarType::SUCCESS;
    case BarKind::warning: return css::frame::InfobarType::WARNING;
    case BarKind::danger: return css::frame::InfobarType::DANGER;
  }
  return css::frame::InfobarType::INFO;
}

}  // namespace

void show_bar(const Reference<css::frame::XController>& controller, BarKind kind, const std::string& title,
              const std::string& sentence, const std::vector<BarButton>& buttons) {
  const Reference<css::frame::XInfobarProvider> bars(controller, css::uno::UNO_QUERY);
  if (!bars.is()) return;
  Sequence<css::beans::StringPair> actions(static_cast<sal_Int32>(buttons.size()));
  std::transform(buttons.begin(), buttons.end(), actions.getArray(), [](const BarButton& button) {
    return css::beans::StringPair(to_office(button.first), to_office(button.second));
  });
  const auto name = rtl::OUString::createFromAscii(id);
  // Buttons cannot be changed later, so a bar that is there already is taken away first.
  if (bars->hasInfobar(name)) bars->removeInfobar(name);
  try {
    bars->appendInfobar(name, to_office(title), to_office(sentence), type_of(kind), actions, true);
  } catch (const css::uno::RuntimeException&) {
    // A window that is not shown has no room for bars. Who called has more to do than to tell: the watcher goes on watching.
  }
}

void remove_bar(const Reference<css::frame::XController>& controller) {
  const Reference<css::frame::XInfobarProvider> bars(controller, css::uno::UNO_QUERY);
  const auto name = rtl::OUString::createFromAscii(id);
  if (bars.is() && bars->hasInfobar(name)) bars->removeInfobar(name);
}

}  // namespace steward::commands
