#pragma once

#include <com/sun/star/awt/XCallback.hpp>
#include <cppuhelper/implbase1.hxx>
#include <functional>

#include "uno.hpp"

namespace steward::dialogs {

/// What the office calls in the thread of its windows; nothing any more once it was forgotten.
class CallBack final : public cppu::WeakImplHelper1<css::awt::XCallback> {
 public:
  explicit CallBack(std::function<void()> work) : work_(std::move(work)) {}
  void forget() { work_ = nullptr; }
  void SAL_CALL notify(const Any&) override {
    if (const auto work = work_) work();
  }

 private:
  std::function<void()> work_;
};

}  // namespace steward::dialogs
