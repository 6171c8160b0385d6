#pragma once

#include <com/sun/star/awt/XDialog2.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <functional>
#include <map>
#include <rtl/ref.hxx>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogs/call_back.hpp"
#include "dialogs/text_columns.hpp"
#include "uno.hpp"
#include "value.hpp"

namespace steward::dialogs {

/// A dialog of packaging/dialogs by its name, in front of a window. Controls are called by the names of the source.
/// It decides nothing: what is shown comes from a plan, and what was chosen goes into one.
class Dialog {
 public:
  Dialog(const Context& context, const Reference<css::awt::XWindowPeer>& parent, const char* name);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  /// Called when the user changes a control or presses a button, not when the program sets one; of a list in columns
  /// also on a double click, by its name with "Open" behind it.
  void on(const char* control, std::function<void()> work);

  std::string text(const char* control) const;
  void set_text(const char* control, const std::string& text);
  /// Of a line of words or a button.
  void set_words(const char* control, const std::string& words);
  void set_items(const char* control, const std::vector<std::string>& items);
  /// Place of the chosen entry of a list, −1 for none.
  int chosen(const char* control) const;
  void choose(const char* control, int place);
  bool is_checked(const char* control) const;
  void check(const char* control, bool on);
  void enable(const char* control, bool on);
  void show(const char* control, bool on);
  void focus(const char* control);
  /// Fills a bar, from 0 to 1.
  void fill(const char* bar, double share);
  /// Lets a control reach down to the end of another one below it, whose room is not needed now, or back to its own end.
  void reach(const char* control, const char* below, bool on);
  /// A list in columns. The control `details`, where the dialog has one, shows the row that is selected in full. It is a
  /// list box, not a table control: that one falls in LibreOffice 7.4 when a screen reader has looked at it.
  void set_columns(const char* grid, std::vector<GridColumn> columns);
  void set_rows(const char* grid, std::vector<TextRow> rows);
  void select_row(const char* grid, int row);
  /// Row that is selected in such a list, −1 for none.
  int selected_row(const char* grid) const { return chosen(grid); }

  /// Does this as soon as the dialog is shown: what may take its time, or show a dialog of its own.
  void at_first(std::function<void()> work);
  /// The window that another one comes in front of: the dialog itself while it is shown.
  Reference<css::awt::XWindowPeer> front() const;
  /// Shows it until it is closed; true when it ended with OK or `close(true)`.
  bool execute();
  void close(bool is_done);

 private:
  class Events;
  struct Grid {
    std::vector<GridColumn> columns;
    std::vector<TextRow> rows;
  };
  void handle(const std::string& control);
  void guarded(const std::function<void()>& work);
  void show_details(const std::string& grid, int row);
  int width_of(const std::string& control, const std::string& text);
  bool has(const char* control) const;
  Any model_value(const char* control, const char* property) const;
  void set_model_value(const char* control, const char* property, const Any& value);
  Reference<css::uno::XInterface> control(const char* name) const;
  Reference<css::uno::XInterface> model(const char* name) const;

  Context context_;
  Reference<css::awt::XWindowPeer> parent_;
  Reference<css::awt::XDialog2> dialog_;
  Reference<css::uno::XInterface> events_;
  std::map<std::string, std::function<void()>, std::less<>> work_;
  rtl::Reference<CallBack> first_;
  std::map<std::string, Grid, std::less<>> grids_;
  std::map<std::string, sal_Int32, std::less<>> heights_;
  std::unordered_map<std::uint32_t, double> letter_widths_;
  bool is_quiet_ = false, is_shown_ = false;
};

}  // namespace steward::dialogs
