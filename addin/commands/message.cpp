#include "commands/message.hpp"
#include "words/phrases/shell.gen.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

namespace steward::commands {
namespace {

namespace Buttons = css::awt::MessageBoxButtons;

sal_Int16 show(const Context& context, const Reference<css::awt::XWindowPeer>& parent, Language language, const std::string& sentence,
               css::awt::MessageBoxType kind, sal_Int32 buttons) {
  const auto toolkit = service<css::awt::XMessageBoxFactory>(context, "com.sun.star.awt.Toolkit");
  const auto box = toolkit->createMessageBox(parent, kind, buttons, to_office(text(phrase::product_name, language)),
                                             to_office(sentence));
  return box->execute();
}

}  // namespace

Reference<css::awt::XWindowPeer> window_of(const Reference<css::frame::XFrame>& frame) {
  return as<css::awt::XWindowPeer>(frame->getContainerWindow());
}

void tell(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence) {
  show(context, window_of(frame), language, sentence, css::awt::MessageBoxType_INFOBOX, Buttons::BUTTONS_OK);
}

void warn(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence) {
  show(context, window_of(frame), language, sentence, css::awt::MessageBoxType_WARNINGBOX, Buttons::BUTTONS_OK);
}

bool ask(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& question) {
  return show(context, window_of(frame), language, question, css::awt::MessageBoxType_QUERYBOX, Buttons::BUTTONS_OK_CANCEL) ==
         css::awt::MessageBoxResults::OK;
}

void tell_fault(const Context& context, const Reference<css::awt::XWindowPeer>& parent, const std::string& message) {
  show(context, parent, Language::english, message, css::awt::MessageBoxType_WARNINGBOX, Buttons::BUTTONS_OK);
}

}  // namespace steward::commands
