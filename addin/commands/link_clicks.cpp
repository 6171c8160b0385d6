#include "commands/link_clicks.hpp"

#include <com/sun/star/awt/MouseButton.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XEnhancedMouseClickHandler.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XEnhancedMouseClickBroadcaster.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/weakref.hxx>

#include "commands/circumstances.hpp"
#include "commands/jump.hpp"
#include "commands/menu_actions.hpp"
#include "document/snapshot_reader.hpp"
#include "plan/drill.hpp"

namespace steward::commands {
namespace {

constexpr const char* dashboard_area = "steward_dashboard";

// The sheet of the dashboard, −1 without one.
sal_Int32 dashboard_sheet(const document::Book& book) {
  const auto names = as<css::container::XNameAccess>(property<Reference<css::uno::XInterface>>(book.document(), "NamedRanges"));
  const auto name = rtl::OUString::createFromAscii(dashboard_area);
  if (!names->hasByName(name)) return -1;
  const Reference<css::sheet::XCellRangeReferrer> referrer(names->getByName(name), css::uno::UNO_QUERY);
  const Reference<css::sheet::XCellRangeAddressable> cells(referrer.is() ? referrer->getReferredCells() : nullptr, css::uno::UNO_QUERY);
  return cells.is() ? cells->getRangeAddress().Sheet : -1;
}

class Clicks final : public cppu::WeakImplHelper2<css::awt::XEnhancedMouseClickHandler, css::awt::XCallback> {
 public:
  Clicks(Context context, const Reference<css::frame::XController>& controller)
      : context_(std::move(context)), frame_(controller->getFrame()) {}

  sal_Bool SAL_CALL mousePressed(const css::awt::EnhancedMouseEvent&) override { return true; }

  // The click itself is Calc's; the link is followed when it is over.
  sal_Bool SAL_CALL mouseReleased(const css::awt::EnhancedMouseEvent& event) override {
    if (event.Buttons != css::awt::MouseButton::LEFT || event.ClickCount != 1 || event.Modifiers != 0) return true;
    const Reference<css::table::XCell> cell(event.Target, css::uno::UNO_QUERY);
    if (!cell.is() || cell->getFormula().indexOf("HYPERLINK(") < 0) return true;
    const Reference<css::frame::XFrame> frame(frame_);
    const auto book = frame.is() ? document::Book::of(frame->getController()->getModel()) : std::nullopt;
    if (!book || as<css::sheet::XCellAddressable>(cell)->getCellAddress().Sheet != dashboard_sheet(*book)) return true;
    const auto words = as<css::text::XText>(cell)->getString();
    if (words.isEmpty()) return true;
    is_postings_ = words.startsWith(rtl::OUString(u'\u25B8'));
    service<css::awt::XRequestCallback>(context_, "com.sun.star.awt.AsyncCallback")->addCallback(this, Any());
    return true;
  }

  void SAL_CALL notify(const Any&) override {
    const Reference<css::frame::XFrame> frame(frame_);
    if (!frame.is()) return;
    if (is_postings_) return act(context_, frame, "postings");
    const auto book = document::Book::of(frame->getController()->getModel());
    if (!book) return;
    const Scene scene{context_, frame, *book, circumstances(context_)};
    const auto snapshot = document::read_snapshot(*book);
    const auto board = plan::Board::read(snapshot, scene.now.language);
    if (!board) return;
    const int line = plan::line_of_cell(snapshot, board.value(), cursor(scene));
    if (line >= 0) jump(scene, workbook::address(snapshot, board.value().lines()[static_cast<std::size_t>(line)].at));
  }

  void SAL_CALL disposing(const css::lang::EventObject&) override {}

 private:
  Context context_;
  css::uno::WeakReference<css::frame::XFrame> frame_;
  bool is_postings_ = false;
};

}  // namespace

void follow_links(const Reference<css::frame::XController>& controller, const Context& context) {
  const Reference<css::sheet::XEnhancedMouseClickBroadcaster> clicks(controller, css::uno::UNO_QUERY);
  if (clicks.is()) clicks->addEnhancedMouseClickHandler(new Clicks(context, controller));
}

}  // namespace steward::commands
