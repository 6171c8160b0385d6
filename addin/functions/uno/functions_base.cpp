#include "functions/uno/functions_base.hpp"

#include <cppuhelper/supportsservice.hxx>

#include "uno.hpp"

namespace steward::functions {

rtl::OUString FunctionsBase::getImplementationName() { return "org.steward.budget.Functions"; }

sal_Bool FunctionsBase::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }

css::uno::Sequence<rtl::OUString> FunctionsBase::getSupportedServiceNames() {
  return sequence<rtl::OUString>("org.steward.budget.Functions", "com.sun.star.sheet.AddIn");
}

void FunctionsBase::setLocale(const css::lang::Locale& locale) { locale_ = locale; }

css::lang::Locale FunctionsBase::getLocale() { return locale_; }

}  // namespace steward::functions
