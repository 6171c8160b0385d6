#pragma once

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include "document/book.hpp"

namespace steward::document {

inline Reference<css::document::XUndoManager> undo_manager(const Book& book) {
  return as<css::document::XUndoManagerSupplier>(book.document())->getUndoManager();
}

// While it lives nothing is recorded for undo.
class OutsideUndo {
 public:
  explicit OutsideUndo(const Reference<css::document::XUndoManager>& manager) : manager_(manager) { manager_->lock(); }
  ~OutsideUndo() { manager_->unlock(); }
  OutsideUndo(const OutsideUndo&) = delete;
  OutsideUndo& operator=(const OutsideUndo&) = delete;

 private:
  Reference<css::document::XUndoManager> manager_;
};

// While it lives everything done is one step of undo.
class OneStep {
 public:
  OneStep(const Reference<css::document::XUndoManager>& manager, const rtl::OUString& title) : manager_(manager) {
    manager_->enterUndoContext(title);
  }
  ~OneStep() { manager_->leaveUndoContext(); }
  OneStep(const OneStep&) = delete;
  OneStep& operator=(const OneStep&) = delete;

 private:
  Reference<css::document::XUndoManager> manager_;
};

}  // namespace steward::document
