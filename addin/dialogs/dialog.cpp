#include "dialogs/dialog.hpp"

#include <algorithm>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/awt/XDialogProvider2.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ustrbuf.hxx>

#include "commands/message.hpp"

namespace steward::dialogs {
namespace {

constexpr int room_of_scroll_bar = 26;    // and of the borders, in pixels
constexpr std::size_t most_rows = 2000;  // nobody reads on, and a list box takes 32,767 at most
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
    owner_->guarded([this, control = to_utf8(name)] { owner_->handle(control); });
    return true;
  }
  Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override {
    std::vector<std::string> names;
    if (owner_)
      for (const auto& [name, work] : owner_->work_) names.push_back(name);
    if (owner_)
      for (const auto& [name, grid] : owner_->grids_) names.push_back(name);
    return to_office_list(names);
  }

 private:
  Dialog* owner_;
};

Dialog::Dialog(const Context& context, const Reference<css::awt::XWindowPeer>& parent_window, const char* name)
    : context_(context), parent_(parent_window) {
  const auto provider = service<css::awt::XDialogProvider2>(context, "com.sun.star.awt.DialogProvider2");
  auto* events = new Events(*this);
  events_ = static_cast<cppu::OWeakObject*>(events);
  css::beans::NamedValue parent, handler;
  parent.Name = "ParentWindow";
  parent.Value <<= parent_;
  handler.Name = "EventHandler";
  handler.Value <<= Reference<css::awt::XDialogEventHandler>(events);
  const rtl::OUString url = rtl::OUString::createFromAscii(folder) + rtl::OUString::createFromAscii(name) + ".xdl";
  dialog_ = as<css::awt::XDialog2>(provider->createDialogWithArguments(url, sequence<css::beans::NamedValue>(parent, handler)));
}

Dialog::~Dialog() {
  if (first_.is()) first_->forget();
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

void Dialog::focus(const char* name) { as<css::awt::XWindow>(control(name))->setFocus(); }

void Dialog::fill(const char* bar, double share) {
  set_model_value(bar, "ProgressValue", Any(static_cast<sal_Int32>(100 * share + 0.5)));
}

Reference<css::awt::XWindowPeer> Dialog::front() const { return is_shown_ ? as<css::awt::XControl>(dialog_)->getPeer() : parent_; }

void Dialog::reach(const char* name, const char* below, bool on) {
  const auto number = [&](const char* control, const char* property) {
    sal_Int32 value = 0;
    model_value(control, property) >>= value;
    return value;
  };
  const auto own = heights_.try_emplace(name, number(name, "Height")).first->second;
  const auto end = number(below, "PositionY") + number(below, "Height");
  set_model_value(name, "Height", Any(on ? end - number(name, "PositionY") : own));
}

bool Dialog::has(const char* name) const {
  return as<css::awt::XControlContainer>(dialog_)->getControl(rtl::OUString::createFromAscii(name)).is();
}

void Dialog::set_columns(const char* grid, std::vector<GridColumn> columns) { grids_[grid] = {std::move(columns), {}}; }

// Letter by letter, each measured once as the words of a control: a font of the office must not be asked by itself, as it
// does so without the office's lock, in the middle of somebody else's painting.
int Dialog::width_of(const std::string& control_name, const std::string& text) {
  const auto layout = as<css::awt::XLayoutConstrains>(control(control_name.c_str()));
  const auto wide = [&](const rtl::OUString& letter, int times) {
    rtl::OUStringBuffer words;
    words.append(sal_Unicode('.'));  // blanks at an end may not count
    for (int i = 0; i < times; ++i) words.append(letter);
    words.append(sal_Unicode('.'));
    set_model_value(control_name.c_str(), "Label", Any(words.makeStringAndClear()));
    return layout->getPreferredSize().Width;
  };
  double width = 0;
  const auto letters = to_office(text);
  for (sal_Int32 at = 0; at < letters.getLength();) {
    const auto code = letters.iterateCodePoints(&at);
    const auto known = letter_widths_.find(code);
    if (known != letter_widths_.end()) {
      width += known->second;
      continue;
    }
    const rtl::OUString letter(&code, 1);
    width += letter_widths_[code] = code == '~' ? wide("-", 20) / 22.0 : (wide(letter, 40) - wide(letter, 20)) / 20.0;
  }
  return static_cast<int>(width + 0.5);
}

void Dialog::set_rows(const char* name, std::vector<TextRow> rows) {
  auto& grid = grids_[name];
  grid.rows = std::move(rows);
  const auto head = std::string(name) + "Head";
  const int room = as<css::awt::XWindow>(control(name))->getPosSize().Width - room_of_scroll_bar;
  const TextColumns columns(grid.columns, grid.rows, room, [&](const std::string& text) { return width_of(head, text); });
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), most_rows); ++row) lines.push_back(columns.line(grid.rows[row]));
  if (grid.rows.size() > most_rows) lines.emplace_back("… +" + std::to_string(grid.rows.size() - most_rows));
  // Last, as letters are measured as its words. The entries of a list begin a little inside its border.
  set_words(head.c_str(), " " + columns.heads());
  set_items(name, lines);
  choose(name, lines.empty() ? -1 : 0);
  show_details(name, 0);
}

void Dialog::select_row(const char* grid, int row) {
  choose(grid, row);
  show_details(grid, row);
}

void Dialog::show_details(const std::string& name, int row) {
  const auto& grid = grids_[name];
  std::string words;
  if (row >= 0 && row < static_cast<int>(grid.rows.size())) {
    const auto& cells = grid.rows[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < std::min(cells.size(), grid.columns.size()); ++i)
      if (!cells[i].empty()) words += (words.empty() ? "" : "; ") + grid.columns[i].title + ": " + cells[i];
  }
  // A screen reader reads it as the description of the list, and the mouse sees it as its tip.
  set_model_value(name.c_str(), "HelpText", Any(to_office(words)));
  if (has("details")) set_text("details", words);
}

void Dialog::handle(const std::string& control) {
  if (const auto grid = grids_.find(control); grid != grids_.end()) show_details(control, chosen(control.c_str()));
  if (const auto work = work_.find(control); work != work_.end()) work->second();
}

void Dialog::at_first(std::function<void()> work) {
  first_ = new CallBack([this, work = std::move(work)] { guarded(work); });
}

// Nobody above takes a fault: one that left here would end the office.
void Dialog::guarded(const std::function<void()>& work) {
  const auto context = context_;
  const auto parent = front();
  try {
    work();
  } catch (const css::uno::Exception& fault) {
    commands::tell_fault(context, parent, to_utf8(fault.Message));
  } catch (const std::exception& fault) {
    commands::tell_fault(context, parent, fault.what());
  }
}

bool Dialog::execute() {
  is_shown_ = true;
  if (first_.is()) service<css::awt::XRequestCallback>(context_, "com.sun.star.awt.AsyncCallback")->addCallback(first_.get(), Any());
  const bool is_done = dialog_->execute() == 1;
  is_shown_ = false;
  return is_done;
}
void Dialog::close(bool is_done) { dialog_->endDialog(is_done ? 1 : 0); }

}  // namespace steward::dialogs
