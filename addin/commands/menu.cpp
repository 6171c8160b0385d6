#include "commands/menu.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <cppuhelper/supportsservice.hxx>

#include "commands/menu_actions.hpp"
#include "commands/window_thread.hpp"

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
  // From a script another thread may ask, but dialogs belong to that of the windows, which handles what is done in them.
  const auto work = [&] { act(context_, frame_, to_utf8(url.Path)); };
  if (!WindowThread::is_another() || !WindowThread::run(context_, work)) work();
}

void Menu::tell(const Told& told) {
  css::frame::FeatureStateEvent state;
  state.Source = static_cast<cppu::OWeakObject*>(this);
  state.FeatureURL = told.second;
  state.IsEnabled = is_possible(frame_, to_utf8(told.second.Path));
  told.first->statusChanged(state);
}

void Menu::addStatusListener(const Reference<css::frame::XStatusListener>& listener, const css::util::URL& url) {
  told_.emplace_back(listener, url);
  tell(told_.back());
  const auto controller = frame_.is() ? frame_->getController() : nullptr;
  const Reference<css::util::XModifyBroadcaster> model(controller.is() ? controller->getModel() : nullptr, css::uno::UNO_QUERY);
  if (!model.is() || model_ == model) return;
  model_ = model;
  was_controlled_ = is_under_control(frame_);
  model->addModifyListener(this);
}

void Menu::removeStatusListener(const Reference<css::frame::XStatusListener>& listener, const css::util::URL& url) {
  std::erase_if(told_, [&](const Told& told) { return told.first == listener && told.second.Complete == url.Complete; });
  if (!told_.empty() || !model_.is()) return;
  as<css::util::XModifyBroadcaster>(model_)->removeModifyListener(this);
  model_.clear();
}

void Menu::modified(const css::lang::EventObject&) {
  const bool is_controlled = is_under_control(frame_);
  if (is_controlled == was_controlled_) return;
  was_controlled_ = is_controlled;
  const auto told = told_;
  for (const auto& one : told) tell(one);
}

void Menu::disposing(const css::lang::EventObject& event) {
  std::erase_if(told_, [&](const Told& told) { return told.first == event.Source; });
  if (model_ == event.Source) model_.clear();
}

rtl::OUString Menu::getImplementationName() { return "org.steward.budget.Menu"; }
sal_Bool Menu::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
Sequence<rtl::OUString> Menu::getSupportedServiceNames() {
  return sequence<rtl::OUString>("org.steward.budget.Menu", "com.sun.star.frame.ProtocolHandler");
}

}  // namespace steward::commands
