#include "sidebar/factory.hpp"

#include <cppuhelper/supportsservice.hxx>
#include <rtl/ref.hxx>


#include "sidebar/panel.hpp"

namespace steward::sidebar {

Reference<css::ui::XUIElement> Factory::createUIElement(const rtl::OUString& url, const Sequence<css::beans::PropertyValue>& arguments) {
  Reference<css::frame::XFrame> frame;
  Reference<css::awt::XWindow> parent;
  for (const auto& argument : arguments) {
    if (argument.Name == "Frame") argument.Value >>= frame;
    if (argument.Name == "ParentWindow") argument.Value >>= parent;
  }
  if (!frame.is() || !parent.is()) return nullptr;
  const rtl::Reference<Panel> panel(new Panel(context_, frame, parent, url));
  panel->begin();
  return panel.get();
}

rtl::OUString Factory::getImplementationName() { return "org.steward.budget.SidebarFactory"; }
sal_Bool Factory::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
Sequence<rtl::OUString> Factory::getSupportedServiceNames() { return sequence<rtl::OUString>("com.sun.star.ui.UIElementFactory"); }

}  // namespace steward::sidebar
