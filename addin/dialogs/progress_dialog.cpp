#include "dialogs/progress_dialog.hpp"

#include <chrono>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <rtl/ref.hxx>
#include <thread>

#include "dialogs/call_back.hpp"
#include "dialogs/dialog.hpp"
#include "words/phrases/course.gen.hpp"

namespace steward::dialogs {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds a_glance{500}, a_beat{200};

// What the thread that works and the one that waits know of each other.
class Ending {
 public:
  void come(std::exception_ptr fault) {
    const std::lock_guard lock(mutex_);
    is_here_ = true;
    fault_ = std::move(fault);
    changed_.notify_all();
  }
  bool is_here_within(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [this] { return is_here_; });
  }
  bool is_here() { return is_here_within(std::chrono::milliseconds(0)); }
  void rethrow() const {
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_here_ = false;
  std::exception_ptr fault_;
};

// Nobody waits for this thread: whoever did would hold the office's lock, which its last beat may be waiting for.
void beat_until(const std::shared_ptr<Ending>& ending, const rtl::Reference<CallBack>& beat, const Reference<css::awt::XRequestCallback>& office) {
  std::thread([=] {
    for (bool is_over = false; !is_over;) {
      is_over = ending->is_here_within(a_beat);
      office->addCallback(beat.get(), Any());
    }
  }).detach();
}

class ProgressDialog {
 public:
  ProgressDialog(const Waiting& waiting, plan::Course& course, std::shared_ptr<Ending> ending, Clock::time_point begun)
      : waiting_(waiting), course_(course), ending_(std::move(ending)), begun_(begun), dialog_(waiting.context, waiting.parent, "Progress"),
        beat_(new CallBack([this] { follow(); })) {
    dialog_.on("stop", [this] { stop(); });
    show();
  }
  ~ProgressDialog() { beat_->forget(); }

  // Closed by the user it cancels, and comes back while the work is still ending.
  void execute() {
    beat_until(ending_, beat_, service<css::awt::XRequestCallback>(waiting_.context, "com.sun.star.awt.AsyncCallback"));
    while (!dialog_.execute() && !ending_->is_here()) stop();
  }

 private:
  void follow() {
    if (ending_->is_here()) return dialog_.close(true);
    show();
  }

  void show() {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begun_).count();
    dialog_.set_words("words", course_.is_cancelled()
                                   ? std::string(text(phrase::stopping, waiting_.language))
                                   : filled(phrase::working_for, waiting_.language, std::vector{waiting_.title, std::to_string(seconds)}));
    dialog_.fill("share", course_.share());
  }

  void stop() {
    course_.cancel();
    dialog_.enable("stop", false);
    show();
  }

  const Waiting& waiting_;
  plan::Course& course_;
  std::shared_ptr<Ending> ending_;
  Clock::time_point begun_;
  Dialog dialog_;
  rtl::Reference<CallBack> beat_;
};

}  // namespace

void work_with_progress(const Waiting& waiting, plan::Course& course, const std::function<void()>& work) {
  const auto ending = std::make_shared<Ending>();
  const auto begun = Clock::now();
  const std::jthread worker([&] {
    std::exception_ptr fault;
    try {
      work();
    } catch (...) {
      fault = std::current_exception();
    }
    ending->come(fault);
  });
  if (!ending->is_here_within(a_glance)) ProgressDialog(waiting, course, ending, begun).execute();
  ending->rethrow();
}

Result<plan::Plan> plan_with_progress(const commands::Scene& scene, const Reference<css::awt::XWindowPeer>& parent,
                                      std::string_view command, plan::Request request) {
  const Waiting waiting{scene.context, parent, scene.now.language, commands::title_of(command, scene.now.language)};
  return with_progress(waiting, [&](plan::Course& course) {
    request.course = &course;
    return plan::plan(command, request);
  });
}

Result<commands::Done> run_with_progress(const commands::Scene& scene, const std::string& command, plan::Options options) {
  const auto planner = [&](std::string_view name, const plan::Request& request) {
    return plan_with_progress(scene, scene.peer(), name, request);
  };
  return commands::run(scene.context, {command, as<css::uno::XInterface>(scene.book.document()), std::move(options)}, scene.now, planner);
}

}  // namespace steward::dialogs
