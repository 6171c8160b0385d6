#pragma once

#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <string>

#include "uno.hpp"
#include "words/words.hpp"

namespace steward::commands {

/// The window of a frame, in front of which boxes and dialogs come.
Reference<css::awt::XWindowPeer> window_of(const Reference<css::frame::XFrame>& frame);

void tell(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence);
void warn(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& sentence);
/// True when the user says OK.
bool ask(const Context& context, const Reference<css::frame::XFrame>& frame, Language language, const std::string& question);

/// What the office says of its own fault, where nobody knows the language of the one who reads it.
void tell_fault(const Context& context, const Reference<css::awt::XWindowPeer>& parent, const std::string& message);

}  // namespace steward::commands
