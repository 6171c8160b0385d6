#pragma once

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include "uno.hpp"

namespace steward::document {

/// Takes the protection off a sheet for as long as this lives. One with a password stays as it is.
class Unlocked {
 public:
  /// With an undo manager that is locked nothing is recorded; each change of protection takes the lock away, so it is
  /// taken anew.
  explicit Unlocked(const css::uno::BaseReference& sheet, const Reference<css::document::XUndoManager>& locked = {})
      : sheet_(as<css::util::XProtectable>(sheet)), locked_(locked), was_protected_(sheet_->isProtected()) {
    if (!was_protected_) return;
    lock_again();
    try {
      sheet_->unprotect(rtl::OUString());
    } catch (const css::lang::IllegalArgumentException&) {
      // The office's way of saying that there is a password.
    }
  }
  ~Unlocked() {
    if (!was_protected_ || !is_open()) return;
    lock_again();
    sheet_->protect(rtl::OUString());
    lock_again();
  }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

  bool is_open() const { return !sheet_->isProtected(); }

 private:
  void lock_again() {
    if (!locked_.is()) return;
    locked_->unlock();
    locked_->lock();
  }

  Reference<css::util::XProtectable> sheet_;
  Reference<css::document::XUndoManager> locked_;
  bool was_protected_;
};

}  // namespace steward::document
