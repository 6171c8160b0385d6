#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>

#include "uno.hpp"

namespace steward::sidebar {

/// Makes the panel of the deck Budget; see Sidebar.xcu and Factories.xcu.
class Factory final : public cppu::WeakImplHelper2<css::ui::XUIElementFactory, css::lang::XServiceInfo> {
 public:
  explicit Factory(Context context) : context_(std::move(context)) {}
  Reference<css::ui::XUIElement> SAL_CALL createUIElement(const rtl::OUString& url,
                                                          const Sequence<css::beans::PropertyValue>& arguments) override;
  rtl::OUString SAL_CALL getImplementationName() override;
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
  Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

 private:
  Context context_;
};

}  // namespace steward::sidebar
