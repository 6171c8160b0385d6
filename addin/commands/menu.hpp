#pragma once

#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XStatusListener.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase5.hxx>
#include <utility>
#include <vector>

#include "uno.hpp"

namespace steward::commands {

/// The entries of the menu Budget: addresses of the form org.steward.budget:<command>. Toolbar and menu are told when a
/// workbook comes under control or leaves it, by whatever way.
class Menu final : public cppu::WeakImplHelper5<css::frame::XDispatchProvider, css::frame::XDispatch, css::lang::XInitialization,
                                                css::lang::XServiceInfo, css::util::XModifyListener> {
 public:
  explicit Menu(Context context) : context_(std::move(context)) {}

  void SAL_CALL initialize(const Sequence<Any>& arguments) override;
  Reference<css::frame::XDispatch> SAL_CALL queryDispatch(const css::util::URL& url, const rtl::OUString& target,
                                                          sal_Int32 flags) override;
  Sequence<Reference<css::frame::XDispatch>> SAL_CALL queryDispatches(
      const Sequence<css::frame::DispatchDescriptor>& requests) override;
  void SAL_CALL dispatch(const css::util::URL& url, const Sequence<css::beans::PropertyValue>& arguments) override;
  void SAL_CALL addStatusListener(const Reference<css::frame::XStatusListener>& listener, const css::util::URL& url) override;
  void SAL_CALL removeStatusListener(const Reference<css::frame::XStatusListener>& listener, const css::util::URL& url) override;
  void SAL_CALL modified(const css::lang::EventObject& event) override;
  void SAL_CALL disposing(const css::lang::EventObject& event) override;
  rtl::OUString SAL_CALL getImplementationName() override;
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
  Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

 private:
  using Told = std::pair<Reference<css::frame::XStatusListener>, css::util::URL>;
  void tell(const Told& told);

  Context context_;
  Reference<css::frame::XFrame> frame_;
  Reference<css::uno::XInterface> model_;
  std::vector<Told> told_;
  bool was_controlled_ = false;
};

}  // namespace steward::commands
