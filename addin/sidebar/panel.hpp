#pragma once

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <cppuhelper/compbase9.hxx>
#include <cppuhelper/basemutex.hxx>
#include <optional>

#include "document/book.hpp"
#include "plan/board.hpp"
#include "uno.hpp"

namespace steward::sidebar {

/// The panel of the deck Budget: the line under the cursor with what is left of it, the lines at risk, and the way to post
/// and to explain. It follows the selection and the figures, and lays itself out again at every width.
class Panel final
    : protected cppu::BaseMutex,
      public cppu::WeakComponentImplHelper9<css::ui::XUIElement, css::ui::XToolPanel, css::ui::XSidebarPanel,
                                            css::awt::XWindowListener, css::view::XSelectionChangeListener,
                                            css::util::XModifyListener, css::awt::XCallback, css::awt::XActionListener,
                                            css::awt::XItemListener> {
 public:
  Panel(Context context, const Reference<css::frame::XFrame>& frame, const Reference<css::awt::XWindow>& parent,
        const rtl::OUString& url);
  /// Makes the window and begins to listen; not in the constructor, as listeners hold a reference.
  void begin();

  // XUIElement, XToolPanel, XSidebarPanel
  Reference<css::frame::XFrame> SAL_CALL getFrame() override { return frame_; }
  rtl::OUString SAL_CALL getResourceURL() override { return url_; }
  sal_Int16 SAL_CALL getType() override;
  Reference<css::uno::XInterface> SAL_CALL getRealInterface() override;
  Reference<css::accessibility::XAccessible> SAL_CALL createAccessible(const Reference<css::accessibility::XAccessible>&) override;
  Reference<css::awt::XWindow> SAL_CALL getWindow() override { return window_; }
  css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
  sal_Int32 SAL_CALL getMinimalWidth() override;

  // Listeners
  void SAL_CALL windowResized(const css::awt::WindowEvent& event) override;
  void SAL_CALL windowMoved(const css::awt::WindowEvent&) override {}
  void SAL_CALL windowShown(const css::lang::EventObject&) override { refresh_soon(); }
  void SAL_CALL windowHidden(const css::lang::EventObject&) override {}
  void SAL_CALL selectionChanged(const css::lang::EventObject&) override { follow(); }
  void SAL_CALL modified(const css::lang::EventObject&) override;
  void SAL_CALL notify(const Any&) override;
  void SAL_CALL actionPerformed(const css::awt::ActionEvent& event) override;
  void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override;
  void SAL_CALL disposing(const css::lang::EventObject&) override;
  void SAL_CALL disposing() override;

 private:
  Reference<css::awt::XControl> control(const char* name) const;
  void set(const char* name, const char* property, const Any& value);
  void set_words(const char* name, const std::string& words);
  void show(const char* name, bool on);
  void lay_out();
  int place_all(sal_Int32 width, bool really);
  void refresh_soon();
  void refresh();
  void follow();
  void show_line();
  void show_risks();
  void show_changes(const document::Book& book);
  int line_under_cursor() const;
  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const { return filled(phrase, language_, blanks); }

  Context context_;
  Reference<css::frame::XFrame> frame_;
  Reference<css::awt::XWindow> parent_, window_;
  rtl::OUString url_;
  Language language_ = Language::english;
  std::optional<plan::Board> board_;
  std::vector<int> risks_;
  int line_ = -1;
  sal_Int32 width_ = 0;  ///< as the sidebar last gave it
  sal_Int32 log_end_ = -1;  ///< last row of the log when the changes were counted
  bool is_posted_ = false;
};

}  // namespace steward::sidebar
