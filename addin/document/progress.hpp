#pragma once

#include <com/sun/star/task/XStatusIndicator.hpp>

#include "document/book.hpp"

namespace steward::document {

/// How far a long piece of work has come, in the status bar of the window; nothing without a window. Nothing else is worked
/// off meanwhile: a user who could type between two steps would write into what is being written.
class Progress {
 public:
  Progress(const Context& context, const Book& book, const rtl::OUString& title, int steps);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// The next step begins.
  void step();

 private:
  Reference<css::task::XStatusIndicator> indicator_;
  int done_ = 0;
};

}  // namespace steward::document
