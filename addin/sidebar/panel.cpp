#include "sidebar/panel.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XContainerWindowProvider.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "commands/circumstances.hpp"
#include "commands/menu_actions.hpp"
#include "commands/scene.hpp"
#include "document/outline_reader.hpp"
#include "document/places.hpp"
#include "document/snapshot_reader.hpp"
#include "plan/command.hpp"
#include "tables/layout.hpp"
#include "words/phrases/window.gen.hpp"

namespace steward::sidebar {
namespace {

constexpr sal_Int32 margin = 8, gap = 5, narrowest = 110, widest_used = 400;
constexpr std::size_t risks_shown = 5;
constexpr sal_Int32 most_postings = 5000;  // beside more, changes are left to Check Now

// Label and figure beside each other.
struct Row {
  const char *label, *value;
};
constexpr std::array rows{Row{"revisedLabel", "revised"}, Row{"usedLabel", "used"},       Row{"executionLabel", "execution"},
                          Row{"paceLabel", "pace"},       Row{"landingLabel", "landing"}, Row{"statusLabel", "status"}};

css::awt::Size preferred(const Reference<css::awt::XControl>& control) {
  const Reference<css::awt::XLayoutConstrains> layout(control, css::uno::UNO_QUERY);
  return layout.is() ? layout->getPreferredSize() : css::awt::Size(80, 20);
}

}  // namespace

Panel::Panel(Context context, const Reference<css::frame::XFrame>& frame, const Reference<css::awt::XWindow>& parent,
             const rtl::OUString& url)
    : WeakComponentImplHelper9(m_aMutex), context_(std::move(context)), frame_(frame), parent_(parent), url_(url),
      language_(commands::circumstances(context_).language) {}

void Panel::begin() {
  const auto provider = service<css::awt::XContainerWindowProvider>(context_, "com.sun.star.awt.ContainerWindowProvider");
  window_ = provider->createContainerWindow("vnd.sun.star.extension://org.steward.budget/dialogs/Panel.xdl", rtl::OUString(),
                                            as<css::awt::XWindowPeer>(parent_), nullptr);
  window_->addWindowListener(this);
  parent_->addWindowListener(this);
  const auto controller = frame_->getController();
  as<css::view::XSelectionSupplier>(controller)->addSelectionChangeListener(this);
  as<css::util::XModifyBroadcaster>(controller->getModel())->addModifyListener(this);
  for (const char* button : {"post", "explain"}) {
    as<css::awt::XButton>(control(button))->addActionListener(this);
    as<css::awt::XButton>(control(button))->setActionCommand(rtl::OUString::createFromAscii(button));
  }
  as<css::awt::XListBox>(control("risks"))->addItemListener(this);
  for (const char* name : {"line", "available"}) set(name, "FontWeight", Any(css::awt::FontWeight::BOLD));
  width_ = parent_->getPosSize().Width;
  window_->setVisible(true);
  refresh_soon();
}

Reference<css::awt::XControl> Panel::control(const char* name) const {
  return as<css::awt::XControlContainer>(window_)->getControl(rtl::OUString::createFromAscii(name));
}

void Panel::set(const char* name, const char* property, const Any& value) { set_property(control(name)->getModel(), property, value); }
void Panel::set_words(const char* name, const std::string& words) { set(name, "Label", Any(to_office(words))); }
void Panel::show(const char* name, bool on) { as<css::awt::XWindow>(control(name))->setVisible(on); }

void Panel::refresh() {
  board_.reset();
  const auto book = document::Book::of(frame_->getController().is() ? frame_->getController()->getModel() : nullptr);
  if (book && book->table(tables::settings.name) && book->table(tables::control.name)) {
    auto read = plan::Board::read(document::read_tables(*book, {tables::control.name, tables::settings.name, tables::authorities.name}), language_);
    if (read) board_ = std::move(read).value();
  }
  line_ = board_ ? line_under_cursor() : -1;
  show_line();
  show_risks();
  if (board_) show_changes(*book);
  lay_out();
}

void Panel::follow() {
  if (!board_) return;
  const int line = line_under_cursor();
  if (line < 0 || line == line_) return;
  line_ = line;
  show_line();
  lay_out();
}

int Panel::line_under_cursor() const {
  const auto model = frame_->getController()->getModel();
  const Reference<css::sheet::XCellRangeAddressable> cells(model->getCurrentSelection(), css::uno::UNO_QUERY);
  const auto book = document::Book::of(model);
  if (!cells.is() || !book) return -1;
  const auto at = cells->getRangeAddress();
  const auto sheet = book->sheet_at(at.Sheet);
  const auto last = document::last_used(sheet).EndColumn;
  return board_->line_at({at.Sheet, at.StartRow, at.StartColumn}, [&](int row) {
    std::vector<std::string> texts;
    const auto range = sheet->getCellRangeByPosition(0, row, last, row);
    const auto cells = as<css::sheet::XCellRangeData>(range)->getDataArray();
    for (const Any& cell : cells[0]) {
      rtl::OUString text;
      double number = 0;
      if (cell >>= text) texts.push_back(to_utf8(text));
      else if (cell >>= number) texts.push_back(plan::number_as_key(number));
    }
    return texts;
  });
}

void Panel::show_line() {
  const bool has_line = board_ && line_ >= 0;
  for (const auto& row : rows) {
    show(row.label, has_line);
    show(row.value, has_line);
  }
  for (const char* name : {"available", "bar"}) show(name, has_line);
  for (const char* name : {"risksLabel", "risks", "post", "explain", "changesLabel", "changes"}) show(name, board_.has_value());
  if (!has_line) return set_words("line", say(board_ ? phrase::panel_no_line : phrase::panel_not_controlled));
  const auto& line = board_->lines()[static_cast<std::size_t>(line_)];
  set_words("line", line.name);
  const auto left = board_->amount(line.available);
  set_words("available", line.is_over() ? say(phrase::panel_over, {board_->amount(-*line.available)}) : say(phrase::panel_available, {left}));
  const double used = std::clamp(line.used.value_or(0), 0.0, 1.0);
  set("bar", "ProgressValue", Any(static_cast<sal_Int32>(used * 100)));
  set_words("revised", board_->amount(line.revised));
  set_words("used", plan::Board::share(line.used));
  set_words("execution", plan::Board::share(line.execution));
  set_words("pace", plan::Board::share(line.pace));
  set_words("landing", board_->amount(line.landing));
  set_words("status", line.status);
}

void Panel::show_risks() {
  risks_ = board_ ? board_->at_risk(risks_shown, commands::circumstances(context_).user) : std::vector<int>();
  Sequence<rtl::OUString> entries(static_cast<sal_Int32>(risks_.size()));
  for (std::size_t i = 0; i < risks_.size(); ++i) {
    const auto& line = board_->lines()[static_cast<std::size_t>(risks_[i])];
    const std::string measure = line.is_over() ? say(phrase::panel_over, {board_->amount(-*line.available)}) : plan::Board::share(line.used);
    entries.getArray()[i] = to_office(measure + "  " + line.name);
  }
  set("risks", "StringItemList", Any(entries));
}

// What the user's table says otherwise than the approved budget. Every change of it is a row of the log, so that it is read
// again only when the log has grown; beside a long ledger it would be felt, and Check Now says it.
void Panel::show_changes(const document::Book& book) {
  const auto log = book.table(tables::log.name), ledger = book.table(tables::ledger.name);
  if (!log || log->EndRow == log_end_) return;
  log_end_ = log->EndRow;
  // While somebody types into the budget his next key must not wait for this.
  const auto what = static_cast<sal_Int32>(tables::Layout(tables::log, 0).place(tables::LogColumn::what));
  const auto last = as<css::text::XText>(book.sheet_at(log->Sheet)->getCellByPosition(log->StartColumn + what, log->EndRow - 1))->getString();
  if (last == "edit" || !ledger || ledger->EndRow - ledger->StartRow > most_postings)
    return set_words("changes", say(phrase::panel_see_check));
  auto snapshot = document::read_snapshot(book);
  document::read_outlines(context_, book, snapshot);
  const auto seen = plan::plan("revise", {snapshot, {{"mode", std::string("check")}}, commands::circumstances(context_)});
  const auto lines = seen ? seen.value().answer.rows() - 1 : 0;
  set_words("changes", lines == 0 ? say(phrase::panel_no_changes) : say(phrase::panel_changes, {std::to_string(lines)}));
}

int Panel::place_all(sal_Int32 width, bool really) {
  const sal_Int32 inner = std::min(std::max(width, narrowest), widest_used) - 2 * margin;
  sal_Int32 y = margin;
  const auto place = [&](const char* name, sal_Int32 x, sal_Int32 w, sal_Int32 h) {
    if (really) as<css::awt::XWindow>(control(name))->setPosSize(margin + x, y, w, h, css::awt::PosSize::POSSIZE);
  };
  const sal_Int32 line_height = preferred(control("usedLabel")).Height;
  const sal_Int32 name_lines = preferred(control("line")).Width > inner ? 2 : 1;
  place("line", 0, inner, line_height * name_lines);
  y += line_height * name_lines + gap;
  if (board_ && line_ >= 0) {
    place("available", 0, inner, line_height);
    y += line_height + gap;
    place("bar", 0, inner, 10);
    y += 10 + gap;
    sal_Int32 label = 0;
    for (const auto& row : rows) label = std::max(label, preferred(control(row.label)).Width);
    const bool is_wide = label + 70 < inner;
    for (const auto& row : rows) {
      place(row.label, 0, is_wide ? label : inner, line_height);
      if (!is_wide) y += line_height;
      place(row.value, is_wide ? label + gap : 0, is_wide ? inner - label - gap : inner, line_height);
      y += line_height + 2;
    }
    y += gap;
  }
  if (board_) {
    const sal_Int32 button = preferred(control("post")).Height;
    const sal_Int32 half = (inner - gap) / 2;
    const bool beside = std::max(preferred(control("post")).Width, preferred(control("explain")).Width) <= half;
    place("post", 0, beside ? half : inner, button);
    if (!beside) y += button + gap;
    place("explain", beside ? half + gap : 0, beside ? half : inner, button);
    y += button + 2 * gap;
    const sal_Int32 label = preferred(control("changesLabel")).Width;
    const bool is_wide = label + preferred(control("changes")).Width + gap < inner;
    place("changesLabel", 0, is_wide ? label : inner, line_height);
    if (!is_wide) y += line_height;
    place("changes", is_wide ? label + gap : 0, is_wide ? inner - label - gap : inner, line_height);
    y += line_height + 2 * gap;
    place("risksLabel", 0, inner, line_height);
    y += line_height + 2;
    place("risks", 0, inner, line_height * 5 + 10);
    y += line_height * 5 + 10 + gap;
  }
  return static_cast<int>(y + margin);
}

void Panel::lay_out() {
  if (window_.is()) place_all(width_, true);
}

// The width comes with the event: to ask the window for it here could wait for a thread that waits for us.
void Panel::windowResized(const css::awt::WindowEvent& event) {
  if (event.Width <= 0 || event.Width == width_) return;
  width_ = event.Width;
  lay_out();
}

css::ui::LayoutSize Panel::getHeightForWidth(sal_Int32 width) {
  // The deck asks whenever it is laid out, also when our window is told of nothing.
  if (width > 0 && width != width_) {
    width_ = width;
    lay_out();
  }
  const sal_Int32 height = window_.is() ? place_all(width, false) : 300;
  return {height, -1, height};
}
sal_Int32 Panel::getMinimalWidth() { return narrowest; }
sal_Int16 Panel::getType() { return css::ui::UIElementType::TOOLPANEL; }
Reference<css::uno::XInterface> Panel::getRealInterface() { return static_cast<css::ui::XToolPanel*>(this); }
Reference<css::accessibility::XAccessible> Panel::createAccessible(const Reference<css::accessibility::XAccessible>&) {
  return Reference<css::accessibility::XAccessible>(window_, css::uno::UNO_QUERY);
}

void Panel::modified(const css::lang::EventObject&) { refresh_soon(); }

// On the office's own thread, when whatever is under way is over.
void Panel::refresh_soon() {
  if (is_posted_ || !window_.is()) return;
  is_posted_ = true;
  service<css::awt::XRequestCallback>(context_, "com.sun.star.awt.AsyncCallback")->addCallback(this, Any());
}

void Panel::notify(const Any&) {
  is_posted_ = false;
  if (window_.is() && frame_->getController().is()) refresh();
}

void Panel::actionPerformed(const css::awt::ActionEvent& event) { commands::act(context_, frame_, to_utf8(event.ActionCommand)); }

void Panel::itemStateChanged(const css::awt::ItemEvent& event) {
  const auto book = document::Book::of(frame_->getController()->getModel());
  if (!book || !board_ || event.Selected < 0 || event.Selected >= static_cast<sal_Int32>(risks_.size())) return;
  line_ = risks_[static_cast<std::size_t>(event.Selected)];
  show_line();
  const auto& at = board_->lines()[static_cast<std::size_t>(line_)].at;
  const auto snapshot = document::read_tables(*book, {});
  commands::go_to({context_, frame_, *book, commands::circumstances(context_)}, workbook::address(snapshot, at));
}

void Panel::disposing(const css::lang::EventObject& event) {
  if (event.Source == window_) window_.clear();
}

void Panel::disposing() {
  const auto controller = frame_.is() ? frame_->getController() : nullptr;
  if (controller.is()) {
    as<css::view::XSelectionSupplier>(controller)->removeSelectionChangeListener(this);
    if (controller->getModel().is()) as<css::util::XModifyBroadcaster>(controller->getModel())->removeModifyListener(this);
  }
  if (parent_.is()) parent_->removeWindowListener(this);
  const auto window = window_;
  window_.clear();
  if (window.is()) as<css::lang::XComponent>(window)->dispose();
}

}  // namespace steward::sidebar
