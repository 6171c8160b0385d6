#pragma once

#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/util/XProtectable.hpp>

#include "uno.hpp"

namespace steward::document {

/// Takes the protection off a sheet for as long as this lives. One with a password stays as it is.
class Unlocked {
 public:
  explicit Unlocked(const css::uno::BaseReference& sheet)
      : sheet_(as<css::util::XProtectable>(sheet)), was_protected_(sheet_->isProtected()) {
    if (!was_protected_) return;
    try {
      sheet_->unprotect(rtl::OUString());
    } catch (const css::lang::IllegalArgumentException&) {
      // The office's way of saying that there is a password.
    }
  }
  ~Unlocked() {
    if (was_protected_ && is_open()) sheet_->protect(rtl::OUString());
  }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;

  bool is_open() const { return !sheet_->isProtected(); }

 private:
  Reference<css::util::XProtectable> sheet_;
  bool was_protected_;
};

}  // namespace steward::document
