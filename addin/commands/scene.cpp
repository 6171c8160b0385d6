#include "commands/scene.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>

namespace steward::commands {

void go_to(const Scene& scene, const std::string& address) {
  service<css::frame::XDispatchHelper>(scene.context, "com.sun.star.frame.DispatchHelper")
      ->executeDispatch(as<css::frame::XDispatchProvider>(scene.frame), ".uno:GoToCell", rtl::OUString(), 0,
                        properties(named("ToPoint", Any(to_office(address)))));
}

workbook::Position cursor(const Scene& scene) {
  const auto model = as<css::frame::XModel>(scene.book.document());
  const Reference<css::sheet::XCellRangeAddressable> range(model->getCurrentSelection(), css::uno::UNO_QUERY);
  if (!range.is()) return {};
  const auto area = range->getRangeAddress();
  return {area.Sheet, area.StartRow, area.StartColumn};
}

}  // namespace steward::commands
