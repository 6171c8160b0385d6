#include <com/sun/star/lang/XLocalizable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <org/steward/bench/XBaseline.hpp>
#include <sal/types.h>
#include <sstream>
#include <string>
#include <vector>

#include "uno.hpp"

namespace {

using namespace steward;

std::vector<int> places(const rtl::OUString& text) {
  std::istringstream words(to_utf8(text));
  std::vector<int> result;
  for (int place = 0; words >> place;) result.push_back(place - 1);
  return result;
}

/// Add-in functions that do nothing beyond what any add-in must: the baseline that Steward's own are measured against.
class Baseline final
    : public cppu::WeakImplHelper3<org::steward::bench::XBaseline, css::lang::XServiceInfo, css::lang::XLocalizable> {
 public:
  Any SAL_CALL bare(const Any& actual, const Any& budget, const Any&) override {
    double first = 0, second = 0;
    actual >>= first;
    budget >>= second;
    return Any(second - first);
  }

  Any SAL_CALL read(const Reference<css::table::XCellRange>& range, const rtl::OUString& numbers,
                    const rtl::OUString& keys) override {
    double count = 0, sum = 0;
    for (const int place : places(numbers)) {
      for (const auto& row : column(range, place)) {
        double number = 0;
        if (row[0] >>= number) sum += number;
        ++count;
      }
    }
    for (const int place : places(keys))
      for (const auto& row : column(range, place)) count += row[0].hasValue() ? 1 : 0;
    return Any(count + 0 * sum);
  }

  rtl::OUString SAL_CALL getImplementationName() override { return "org.steward.bench.Baseline"; }
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override { return cppu::supportsService(this, name); }
  Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
    return sequence<rtl::OUString>("org.steward.bench.Baseline", "com.sun.star.sheet.AddIn");
  }
  void SAL_CALL setLocale(const css::lang::Locale& locale) override { locale_ = locale; }
  css::lang::Locale SAL_CALL getLocale() override { return locale_; }

 private:
  static Sequence<Sequence<Any>> column(const Reference<css::table::XCellRange>& range, int place) {
    const auto area = as<css::sheet::XCellRangeAddressable>(range)->getRangeAddress();
    const auto cells = range->getCellRangeByPosition(place, 1, place, area.EndRow - area.StartRow);
    return as<css::sheet::XCellRangeData>(cells)->getDataArray();
  }

  css::lang::Locale locale_;
};

}  // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* steward_bench_baseline(css::uno::XComponentContext*,
                                                                             const css::uno::Sequence<css::uno::Any>&) {
  auto* const made = new Baseline;
  made->acquire();
  return static_cast<cppu::OWeakObject*>(made);
}
