#include "commands/context_menu.hpp"

#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include "commands/circumstances.hpp"
#include "commands/menu_actions.hpp"
#include "words/phrases/postings.gen.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::commands {
namespace {

class Interceptor final : public cppu::WeakImplHelper1<css::ui::XContextMenuInterceptor> {
 public:
  Interceptor(const Reference<css::frame::XFrame>& frame, Language language) : frame_(frame), language_(language) {}

  css::ui::ContextMenuInterceptorAction SAL_CALL notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override {
    const Reference<css::frame::XFrame> frame(frame_);
    if (!frame.is() || !is_under_control(frame)) return css::ui::ContextMenuInterceptorAction_IGNORED;
    const auto menu = event.ActionTriggerContainer;
    const auto maker = as<css::lang::XMultiServiceFactory>(menu);
    auto end = menu->getCount();
    menu->insertByIndex(end++, Any(Reference<css::uno::XInterface>(maker->createInstance("com.sun.star.ui.ActionTriggerSeparator"))));
    for (const auto& [words, command] : {std::pair(phrase::context_explain, "explain"), {phrase::context_postings, "postings"}}) {
      const auto entry = maker->createInstance("com.sun.star.ui.ActionTrigger");
      set_property(entry, "Text", Any(to_office(text(words, language_))));
      set_property(entry, "CommandURL", Any(rtl::OUString("org.steward.budget:") + rtl::OUString::createFromAscii(command)));
      menu->insertByIndex(end++, Any(entry));
    }
    return css::ui::ContextMenuInterceptorAction_CONTINUE_MODIFIED;
  }

 private:
  css::uno::WeakReference<css::frame::XFrame> frame_;
  Language language_;
};

}  // namespace

void add_to_context_menu(const Reference<css::frame::XController>& controller, const Context& context) {
  const Reference<css::ui::XContextMenuInterception> menus(controller, css::uno::UNO_QUERY);
  if (menus.is()) menus->registerContextMenuInterceptor(new Interceptor(controller->getFrame(), circumstances(context).language));
}

}  // namespace steward::commands
