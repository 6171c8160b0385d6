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
#include "document/outline_reader.hpp"
#include "document/pieces.hpp"
#include "document/snapshot_reader.hpp"
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
    dialog_.set_words("words", words());
    dialog_.fill("share", course_.share());
    dialog_.enable("stop", course_.can_be_cancelled() && !course_.is_cancelled());
  }

  std::string words() const {
    const auto phase = course_.phase();
    if (course_.is_cancelled() && course_.can_be_cancelled())
      return std::string(text(phase == plan::Phase::writing ? phrase::taking_back : phrase::stopping, waiting_.language));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begun_).count();
    return filled(sentence_of(phase), waiting_.language, std::vector{waiting_.title, std::to_string(seconds)});
  }

  static Phrase sentence_of(plan::Phase phase) {
    switch (phase) {
      case plan::Phase::reading: return phrase::reading_for;
      case plan::Phase::writing: return phrase::writing_for;
      case plan::Phase::finishing: return phrase::finishing_for;
      case plan::Phase::saving: return phrase::saving_for;
      case plan::Phase::thinking: break;
    }
    return phrase::working_for;
  }

  void stop() {
    if (!course_.can_be_cancelled()) return;
    course_.cancel();
    show();
  }

  const Waiting& waiting_;
  plan::Course& course_;
  std::shared_ptr<Ending> ending_;
  Clock::time_point begun_;
  Dialog dialog_;
  rtl::Reference<CallBack> beat_;
};

std::jthread thread_for(const std::function<void()>& work, const std::shared_ptr<Ending>& ending) {
  return std::jthread([&work, ending] {
    std::exception_ptr fault;
    try {
      work();
    } catch (...) {
      fault = std::current_exception();
    }
    ending->come(fault);
  });
}

}  // namespace

void work_with_progress(const Waiting& waiting, plan::Course& course, const std::function<void()>& work) {
  const auto ending = std::make_shared<Ending>();
  const auto begun = Clock::now();
  const auto worker = thread_for(work, ending);
  if (!ending->is_here_within(a_glance)) ProgressDialog(waiting, course, ending, begun).execute();
  ending->rethrow();
}

namespace {

// Without a glance: whoever waited here would hold the lock that the work needs.
void work_in_office_with_progress(const Waiting& waiting, plan::Course& course, const std::function<void()>& work) {
  const auto ending = std::make_shared<Ending>();
  ProgressDialog dialog(waiting, course, ending, Clock::now());
  const auto worker = thread_for(work, ending);
  dialog.execute();
  ending->rethrow();
}

Waiting waiting_for(const commands::Scene& scene, const Reference<css::awt::XWindowPeer>& parent, std::string title) {
  return {scene.context, parent, scene.now.language, std::move(title)};
}

// Work that takes its time is done beside the dialog, in a thread of its own; what does not is done here.
commands::InOffice in_office(const commands::Scene& scene, std::string title) {
  return [&scene, title = std::move(title)](plan::Phase phase, bool takes_long, const std::function<void(plan::Course*)>& work) {
    if (!takes_long) return work(nullptr);
    plan::Course course;
    course.begin(phase);
    const auto waiting = waiting_for(scene, scene.peer(), title);
    work_in_office_with_progress(waiting, course, [&] { work(&course); });
  };
}

}  // namespace

Result<plan::Plan> plan_with_progress(const commands::Scene& scene, const Reference<css::awt::XWindowPeer>& parent,
                                      std::string_view command, plan::Request request) {
  const auto waiting = waiting_for(scene, parent, commands::title_of(command, scene.now.language));
  return with_progress(waiting, [&](plan::Course& course) {
    request.course = &course;
    return plan::plan(command, request);
  });
}

std::optional<workbook::Snapshot> read_with_progress(const commands::Scene& scene, std::string_view command, Outlines outlines) {
  const auto read = [&](plan::Course* course) {
    auto snapshot = document::read_snapshot(scene.book, document::Formulas::read, course);
    if (outlines == Outlines::read) document::read_outlines(scene.context, scene.book, snapshot);
    return snapshot;
  };
  std::optional<workbook::Snapshot> snapshot;
  try {
    in_office(scene, commands::title_of(command, scene.now.language))(
        plan::Phase::reading, commands::takes_long(scene.book), [&](plan::Course* course) { snapshot = read(course); });
  } catch (const document::Cancelled&) {
    return std::nullopt;
  }
  return snapshot;
}

Result<commands::Done> carry_out_with_progress(const commands::Scene& scene, const plan::Plan& plan, const std::optional<std::string>& url) {
  std::optional<Result<commands::Done>> done;
  in_office(scene, std::string(text(plan.name, scene.now.language)))(
      plan::Phase::writing, commands::takes_long(plan) || (url && commands::takes_long(scene.book)), [&](plan::Course* course) {
        done = commands::carry_out(scene.context, scene.book, plan, url, scene.now.language, course);
      });
  return std::move(*done);
}

Result<commands::Done> run_with_progress(const commands::Scene& scene, const std::string& command, plan::Options options) {
  const auto planner = [&](std::string_view name, const plan::Request& request) {
    return plan_with_progress(scene, scene.peer(), name, request);
  };
  return commands::run(scene.context, {command, as<css::uno::XInterface>(scene.book.document()), std::move(options)}, scene.now, planner,
                       in_office(scene, commands::title_of(command, scene.now.language)));
}

}  // namespace steward::dialogs
