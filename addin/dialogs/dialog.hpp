#pragma once

#include <com/sun/star/awt/XDialog2.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "uno.hpp"
#include "value.hpp"

namespace steward::dialogs {

/// A column of a table in a dialog.
struct GridColumn {
  std::string title;
  int width = 20;  ///< as a share of the whole
  bool is_figure = false;
};

/// A dialog of packaging/dialogs by its name, in front of a window. Controls are called by the names of the source.
/// It decides nothing: what is shown comes from a plan, and what was chosen goes into one.
class Dialog {
 public:
  Dialog(const Context& context, const Reference<css::frame::XFrame>& frame, const char* name);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  /// Called when the user changes a control or presses a button; not when the program sets one.
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
  void set_columns(const char* grid, const std::vector<GridColumn>& columns);
  void set_rows(const char* grid, const std::vector<std::vector<std::string>>& rows);
  /// Row that is selected in a table, −1 for none.
  int selected_row(const char* grid) const;

  /// Shows it until it is closed; true when it ended with OK or `close(true)`.
  bool execute();
  void close(bool is_done);

 private:
  class Events;
  Any model_value(const char* control, const char* property) const;
  void set_model_value(const char* control, const char* property, const Any& value);
  Reference<css::uno::XInterface> control(const char* name) const;
  Reference<css::uno::XInterface> model(const char* name) const;

  Context context_;
  Reference<css::awt::XDialog2> dialog_;
  Reference<css::uno::XInterface> events_;
  std::map<std::string, std::function<void()>, std::less<>> work_;
  bool is_quiet_ = false;
};

}  // namespace steward::dialogs
