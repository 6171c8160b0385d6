#include "commands/message.hpp"
#include "words/phrases/shell.gen.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

namespace steward::commands {
namespace {

namespace Buttons = css::awt::MessageBoxButtons;

sal_Int16 show(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence,
               css::awt::MessageBoxType kind, sal_Int32 buttons) {
  const auto toolkit = service<css::awt::XMessageBoxFactory>(context, "com.sun.star.awt.Toolkit");
  const Reference<css::awt::XWindowPeer> parent(frame->getContainerWindow(), css::uno::UNO_QUERY);
  const auto box = toolkit->createMessageBox(parent, kind, buttons, to_office(text(phrase::product_name, language)),
                                             to_office(sentence));
  return box->execute();
}

}  // namespace

void tell(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence) {
  show(context, frame, language, sentence, css::awt::MessageBoxType_INFOBOX, Buttons::BUTTONS_OK);
}

void warn(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence) {
  show(context, frame, language, sentence, css::awt::MessageBoxType_WARNINGBOX, Buttons::BUTTONS_OK);
}

bool ask(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& question) {
  return show(context, frame, language, question, css::awt::MessageBoxType_QUERYBOX, Buttons::BUTTONS_OK_CANCEL) ==
         css::awt::MessageBoxResults::OK;
}

}  // namespace steward::commands
