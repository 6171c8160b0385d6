#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>

#include "uno.hpp"

namespace steward::commands {

/// Called by the office when a document is opened, made, saved or saved under another name; see Jobs.xcu.
class WatchJob final : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  explicit WatchJob(Context context) : context_(std::move(context)) {}
  Any SAL_CALL execute(const Sequence<css::beans::NamedValue>& arguments) override;
  rtl::OUString SAL_CALL getImplementationName() override;
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
  Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

 private:
  Context context_;
};

}  // namespace steward::commands
