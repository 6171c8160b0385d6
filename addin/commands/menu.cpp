#include "commands/menu.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/frame/XStatusListener.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "commands/menu_actions.hpp"

namespace steward::commands {
namespace {

constexpr const char* protocol = "org.steward.budget:";

}  // namespace

void Menu::initialize(const Sequence<Any>& arguments) {
  if (arguments.hasElements()) arguments[0] >>= frame_;
}

Reference<css::frame::XDispatch> Menu::queryDispatch(const css::util::URL& url, const rtl::OUString&, sal_Int32) {
  if (url.Protocol.equalsAscii(protocol)) return this;
  return nullptr;
}

Sequence<Reference<css::frame::XDispatch>> Menu::queryDispatches(const Sequence<css::frame::DispatchDescriptor>& requests) {
  Sequence<Reference<css::frame::XDispatch>> result(requests.getLength());
  std::transform(requests.begin(), requests.end(), result.getArray(), [this](const auto& request) {
    return queryDispatch(request.FeatureURL, request.FrameName, request.SearchFlags);
  });
  return result;
}

void Menu::dispatch(const css::util::URL& url, const Sequence<css::beans::PropertyValue>&) {
  act(context_, frame_, to_utf8(url.Path));
}

void Menu::addStatusListener(const Reference<css::frame::XStatusListener>& listener, const css::util::URL& url) {
  css::frame::FeatureStateEvent state;
  state.Source = static_cast<cppu::OWeakObject*>(this);
  state.FeatureURL = url;
  state.IsEnabled = is_possible(frame_, to_utf8(url.Path));
  listener->statusChanged(state);
}

void Menu::removeStatusListener(const Reference<css::frame::XStatusListener>&, const css::util::URL&) {}

rtl::OUString Menu::getImplementationName() { return "org.steward.budget.Menu"; }
sal_Bool Menu::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
Sequence<rtl::OUString> Menu::getSupportedServiceNames() {
  return sequence<rtl::OUString>("org.steward.budget.Menu", "com.sun.star.frame.ProtocolHandler");
}

}  // namespace steward::commands
