#include "functions/uno/functions_base.hpp"

#include <cppuhelper/supportsservice.hxx>

namespace steward::functions {

rtl::OUString FunctionsBase::getImplementationName() { return "org.steward.budget.Functions"; }

sal_Bool FunctionsBase::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }

css::uno::Sequence<rtl::OUString> FunctionsBase::getSupportedServiceNames() {
  css::uno::Sequence<rtl::OUString> names(2);
  names.getArray()[0] = "org.steward.budget.Functions";
  names.getArray()[1] = "com.sun.star.sheet.AddIn";
  return names;
}

void FunctionsBase::setLocale(const css::lang::Locale& locale) { locale_ = locale; }

css::lang::Locale FunctionsBase::getLocale() { return locale_; }

}  // namespace steward::functions
