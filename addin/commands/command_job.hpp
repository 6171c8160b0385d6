#pragma once

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase2.hxx>

#include "uno.hpp"

namespace steward::commands {

/// org.steward.budget.Command: every command for Basic, Python and scheduled jobs, without a type library of ours.
/// `execute` takes named values (command, document, options) and returns rows of numbers and texts, header row first.
/// A refusal is thrown as IllegalArgumentException with the sentence that a user would see; nothing was written then.
class CommandJob final : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  explicit CommandJob(Context context) : context_(std::move(context)) {}
  Any SAL_CALL execute(const Sequence<css::beans::NamedValue>& arguments) override;
  rtl::OUString SAL_CALL getImplementationName() override;
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
  Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

 private:
  Context context_;
};

}  // namespace steward::commands
