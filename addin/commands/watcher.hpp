#pragma once

#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase2.hxx>
#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <rtl/ref.hxx>
#include <vector>

#include "document/book.hpp"
#include "document/shadow.hpp"
#include "plan/watch.hpp"
#include "uno.hpp"

namespace steward::commands {

/// Watches one workbook from its opening to its closing. It sees every path of a change (typing, paste, fill, undo, macro)
/// by listeners on the control tables and on the user's own budget cells, and hands what differs to plan::watch: rows of
/// the log are written outside the user's undo, and the one information bar tells of a breach.
class Watcher final : public cppu::WeakImplHelper2<css::util::XModifyListener, css::awt::XCallback> {
 public:
  /// Begins to watch the workbook, once for each. One that is not under control yet is watched as soon as it is.
  static void attach(const Context& context, const Reference<css::frame::XModel>& model);
  /// Writes a fingerprint of each part into Settings, to be compared on the next opening.
  static void keep_fingerprints(const Context& context, const Reference<css::frame::XModel>& model);

  void SAL_CALL modified(const css::lang::EventObject& event) override;
  void SAL_CALL disposing(const css::lang::EventObject& event) override;
  void SAL_CALL notify(const Any& data) override;

  /// While it lives, Steward itself writes into the workbook: what changes is no news.
  class OwnWriting {
   public:
    explicit OwnWriting(const document::Book& book);
    /// The same of what a plan writes, which must stay as it is: very many rows are made ready to be watched by another
    /// thread meanwhile.
    OwnWriting(const document::Book& book, const plan::Plan& plan);
    ~OwnWriting();
    OwnWriting(const OwnWriting&) = delete;
    OwnWriting& operator=(const OwnWriting&) = delete;

   private:
    rtl::Reference<Watcher> watcher_;
    std::future<std::optional<document::AppendedRows>> appended_;
  };

  /// The turn of one command. Scripts run in threads of their own: between what a command reads and what it writes nobody
  /// else may write into the workbook, the watcher included, or two rows of the log would follow the same one. What was
  /// changed before and is not logged yet is logged first. The turn within a turn of the same thread is ours as well.
  class Turn {
   public:
    explicit Turn(const document::Book& book);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    /// False when somebody else keeps his turn too long. A script waits; the window does not, because it holds the office's
    /// own lock, without which nobody else could finish.
    bool is_ours() const { return is_ours_; }

   private:
    rtl::Reference<Watcher> watcher_;
    bool is_ours_;
  };

 private:
  Watcher(Context context, const document::Book& book) : context_(std::move(context)), book_(book) {}
  static rtl::Reference<Watcher> of(const document::Book& book);

  bool is_controlled() const;
  bool is_calculation_off() const;
  bool is_news_beside_parts() const;
  void begin();
  void watch_control();
  void find_copies(std::vector<plan::WatchedChange>& changes);
  void end();
  bool take_turn();
  void accept_own(const document::AppendedRows* appended);
  void look_later();
  void look_now();
  void look();
  void tell(const plan::Observation& seen, bool while_absent);
  void compare_fingerprints();
  std::vector<plan::Headroom> changed_lines();
  struct LineState {
    std::string id;
    std::optional<double> available;
  };
  std::vector<LineState> read_lines() const;

  Context context_;
  document::Book book_;
  std::vector<std::unique_ptr<document::Shadow>> parts_;
  std::vector<LineState> lines_;
  std::vector<std::string> tables_;  // names of all tables of the workbook when it was last looked at
  bool is_watching_ = false;
  bool was_calculation_off_ = false;  // when it was last looked at: the figures of Control were old then
  std::atomic<bool> is_look_due_ = false, was_look_missed_ = false;
  std::atomic<int> own_writing_ = 0;
  std::recursive_timed_mutex busy_;
  int turns_ = 0;
};

}  // namespace steward::commands
