#pragma once

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XLocalizable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <cppuhelper/implbase3.hxx>
#include <org/steward/budget/XFunctions.hpp>

namespace css = com::sun::star;

namespace steward::functions {

/// What Calc asks of an add-in beside its functions. Names and descriptions come from CalcAddIns.xcu.
class FunctionsBase
    : public cppu::WeakImplHelper3<org::steward::budget::XFunctions, css::lang::XServiceInfo, css::lang::XLocalizable> {
 public:
  rtl::OUString SAL_CALL getImplementationName() override;
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
  css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;
  void SAL_CALL setLocale(const css::lang::Locale& locale) override;
  css::lang::Locale SAL_CALL getLocale() override;

 private:
  css::lang::Locale locale_;
};

/// The add-in with every function of the catalogue.
FunctionsBase* make_functions();

}  // namespace steward::functions
