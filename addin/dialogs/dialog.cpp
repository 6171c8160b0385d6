#include "dialogs/dialog.hpp"

#include <algorithm>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/awt/XDialogProvider2.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/grid/XGridColumn.hpp>
#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/style/HorizontalAlignment.hpp>
#include <com/sun/star/view/SelectionType.hpp>
#include <cppuhelper/implbase1.hxx>

namespace steward::dialogs {
namespace {

constexpr const char* folder = "vnd.sun.star.extension://org.steward.budget/dialogs/";

Sequence<rtl::OUString> to_office_list(const std::vector<std::string>& items) {
  Sequence<rtl::OUString> list(static_cast<sal_Int32>(items.size()));
  std::transform(items.begin(), items.end(), list.getArray(), [](const std::string& item) { return to_office(item); });
  return list;
}

}  // namespace

// The office tells of events by the names that the dialog's source gives them.
class Dialog::Events final : public cppu::WeakImplHelper1<css::awt::XDialogEventHandler> {
 public:
  explicit Events(Dialog& owner) : owner_(&owner) {}
  void forget() { owner_ = nullptr; }

  sal_Bool SAL_CALL callHandlerMethod(const Reference<css::awt::XDialog>&, const Any&, const rtl::OUString& name) override {
    if (!owner_ || owner_->is_quiet_) return true;
    const auto work = owner_->work_.find(to_utf8(name));
    if (work != owner_->work_.end()) work->second();
    return true;
  }
  Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override {
    std::vector<std::string> names;
    if (owner_)
      for (const auto& [name, work] : owner_->work_) names.push_back(name);
    return to_office_list(names);
  }

 private:
  Dialog* owner_;
};

Dialog::Dialog(const Context& context, const Reference<css::frame::XFrame>& frame, const char* name) : context_(context) {
  const auto provider = service<css::awt::XDialogProvider2>(context, "com.sun.star.awt.DialogProvider2");
  auto* events = new Events(*this);
  events_ = static_cast<cppu::OWeakObject*>(events);
  css::beans::NamedValue parent, handler;
  parent.Name = "ParentWindow";
  parent.Value <<= Reference<css::awt::XWindowPeer>(frame->getContainerWindow(), css::uno::UNO_QUERY);
  handler.Name = "EventHandler";
  handler.Value <<= Reference<css::awt::XDialogEventHandler>(events);
  const rtl::OUString url = rtl::OUString::createFromAscii(folder) + rtl::OUString::createFromAscii(name) + ".xdl";
  dialog_ = as<css::awt::XDialog2>(provider->createDialogWithArguments(url, sequence<css::beans::NamedValue>(parent, handler)));
}

Dialog::~Dialog() {
  static_cast<Events*>(static_cast<cppu::OWeakObject*>(events_.get()))->forget();
  as<css::lang::XComponent>(dialog_)->dispose();
}

void Dialog::on(const char* control, std::function<void()> work) { work_[control] = std::move(work); }

Reference<css::uno::XInterface> Dialog::control(const char* name) const {
  const auto found = as<css::awt::XControlContainer>(dialog_)->getControl(rtl::OUString::createFromAscii(name));
  return as<css::uno::XInterface>(found);
}

Reference<css::uno::XInterface> Dialog::model(const char* name) const {
  return as<css::uno::XInterface>(as<css::awt::XControl>(control(name))->getModel());
}

Any Dialog::model_value(const char* name, const char* property) const {
  return as<css::beans::XPropertySet>(model(name))->getPropertyValue(rtl::OUString::createFromAscii(property));
}

void Dialog::set_model_value(const char* name, const char* property, const Any& value) {
  const bool was_quiet = is_quiet_;
  is_quiet_ = true;
  set_property(model(name), property, value);
  is_quiet_ = was_quiet;
}

std::string Dialog::text(const char* name) const {
  rtl::OUString text;
  model_value(name, "Text") >>= text;
  return to_utf8(text.trim());
}
void Dialog::set_text(const char* name, const std::string& text) { set_model_value(name, "Text", Any(to_office(text))); }
void Dialog::set_words(const char* name, const std::string& words) { set_model_value(name, "Label", Any(to_office(words))); }
void Dialog::set_items(const char* name, const std::vector<std::string>& items) {
  set_model_value(name, "StringItemList", Any(to_office_list(items)));
}

int Dialog::chosen(const char* name) const {
  Sequence<sal_Int16> places;
  model_value(name, "SelectedItems") >>= places;
  return places.hasElements() ? places[0] : -1;
}

void Dialog::choose(const char* name, int place) {
  set_model_value(name, "SelectedItems", Any(place < 0 ? Sequence<sal_Int16>() : sequence<sal_Int16>(static_cast<sal_Int16>(place))));
}

bool Dialog::is_checked(const char* name) const {
  sal_Int16 state = 0;
  model_value(name, "State") >>= state;
  return state == 1;
}
void Dialog::check(const char* name, bool on) { set_model_value(name, "State", Any(static_cast<sal_Int16>(on ? 1 : 0))); }
void Dialog::enable(const char* name, bool on) { set_model_value(name, "Enabled", Any(on)); }
void Dialog::show(const char* name, bool on) { as<css::awt::XWindow>(control(name))->setVisible(on); }

void Dialog::set_columns(const char* grid, const std::vector<GridColumn>& columns) {
  constexpr sal_Int32 scroll_bar = 10;
  const auto made = service<css::awt::grid::XGridColumnModel>(context_, "com.sun.star.awt.grid.DefaultGridColumnModel");
  sal_Int32 room = 0, shares = 0;
  model_value(grid, "Width") >>= room;
  for (const auto& column : columns) shares += column.width;
  for (const auto& [title, width, is_figure] : columns) {
    const auto column = made->createColumn();
    column->setTitle(to_office(title));
    column->setFlexibility(0);
    column->setColumnWidth((room - scroll_bar) * width / shares);
    column->setHorizontalAlign(is_figure ? css::style::HorizontalAlignment_RIGHT : css::style::HorizontalAlignment_LEFT);
    made->addColumn(column);
  }
  const auto data = service<css::awt::grid::XMutableGridDataModel>(context_, "com.sun.star.awt.grid.DefaultGridDataModel");
  const auto properties = as<css::beans::XPropertySet>(model(grid));
  properties->setPropertyValue("ColumnModel", Any(made));
  properties->setPropertyValue("GridDataModel", Any(data));
  properties->setPropertyValue("ShowColumnHeader", Any(true));
  properties->setPropertyValue("ShowRowHeader", Any(false));
  properties->setPropertyValue("SelectionModel", Any(css::view::SelectionType_SINGLE));
  properties->setPropertyValue("VScroll", Any(true));
}

void Dialog::set_rows(const char* grid, const std::vector<std::vector<std::string>>& rows) {
  Reference<css::awt::grid::XMutableGridDataModel> data;
  model_value(grid, "GridDataModel") >>= data;
  data->removeAllRows();
  Sequence<Any> headings(static_cast<sal_Int32>(rows.size()));
  Sequence<Sequence<Any>> cells(static_cast<sal_Int32>(rows.size()));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    auto& line = cells.getArray()[row];
    line.realloc(static_cast<sal_Int32>(rows[row].size()));
    std::transform(rows[row].begin(), rows[row].end(), line.getArray(), [](const std::string& cell) { return Any(to_office(cell)); });
  }
  data->addRows(headings, cells);
}

int Dialog::selected_row(const char* grid) const {
  const auto selection = as<css::awt::grid::XGridRowSelection>(control(grid));
  const auto rows = selection->getSelectedRows();
  return rows.hasElements() ? rows[0] : -1;
}

bool Dialog::execute() { return dialog_->execute() == 1; }
void Dialog::close(bool is_done) { dialog_->endDialog(is_done ? 1 : 0); }

}  // namespace steward::dialogs
