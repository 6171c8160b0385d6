#include "commands/window_thread.hpp"

#include <atomic>
#include <chrono>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <condition_variable>
#include <cppuhelper/implbase1.hxx>
#include <exception>
#include <mutex>
#include <rtl/ref.hxx>
#include <thread>

namespace steward::commands {
namespace {

constexpr std::chrono::seconds longest_wait{20};

std::atomic<std::thread::id> known;

// Work that waits for its thread. The one who waits may give up, but not once it has begun.
class Errand final : public cppu::WeakImplHelper1<css::awt::XCallback> {
 public:
  explicit Errand(std::function<void()> work) : work_(std::move(work)) {}

  void SAL_CALL notify(const Any&) override {
    known = std::this_thread::get_id();
    {
      const std::lock_guard lock(mutex_);
      if (state_ == State::given_up) return;
      state_ = State::begun;
    }
    try {
      work_();
    } catch (...) {
      fault_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    state_ = State::done;
    changed_.notify_all();
  }

  bool wait() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, longest_wait, [this] { return state_ != State::waiting; }) && state_ == State::waiting) {
      state_ = State::given_up;
      return false;
    }
    changed_.wait(lock, [this] { return state_ == State::done; });
    if (fault_) std::rethrow_exception(fault_);
    return true;
  }

 private:
  enum class State { waiting, begun, done, given_up };

  std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  State state_ = State::waiting;
  std::exception_ptr fault_;
};

void call_back(const Context& context, const rtl::Reference<Errand>& errand) {
  service<css::awt::XRequestCallback>(context, "com.sun.star.awt.AsyncCallback")->addCallback(errand.get(), Any());
}

}  // namespace

void WindowThread::find(const Context& context) {
  if (known.load() == std::thread::id()) call_back(context, new Errand([] {}));
}

bool WindowThread::is_this() { return known.load() == std::this_thread::get_id(); }

bool WindowThread::is_another() { return known.load() != std::thread::id() && !is_this(); }

bool WindowThread::run(const Context& context, std::function<void()> work) {
  const rtl::Reference<Errand> errand(new Errand(std::move(work)));
  call_back(context, errand);
  return errand->wait();
}

}  // namespace steward::commands
