#pragma once

#include <com/sun/star/document/XUndoManager.hpp>

#include "document/book.hpp"
#include "document/styles.hpp"
#include "plan/course.hpp"
#include "plan/plan.hpp"

namespace steward::document {

/// Carries out the edits of a plan, one after the other, as they stand.
class EditWriter {
 public:
  /// `locked` is the undo manager when nothing is to be recorded: protecting a sheet, taking its
  /// protection off, inserting cells and setting a style silently unlock it (tried on 7.4), so it is locked again each time.
  /// `context` is needed by charts only. Beside a course it throws Cancelled between two pieces when no more is wanted.
  explicit EditWriter(const Book& book, const Reference<css::document::XUndoManager>& locked = {}, const Context& context = {},
                      plan::Course* course = nullptr)
      : book_(book), locked_(locked), context_(context), course_(course) {}
  void carry_out(const plan::Edit& edit);

 private:
  void operator()(const plan::AddSheet& edit);
  void operator()(const plan::Write& edit);
  void operator()(const plan::FillDown& edit);
  void operator()(const plan::WriteArray& edit);
  void operator()(const plan::Paint& edit);
  void operator()(const plan::NameTable& edit);
  void operator()(const plan::NameArea& edit);
  void operator()(const plan::AppendRows& edit);
  void operator()(const plan::AppendColumns& edit);
  void operator()(const plan::ColourWhere& edit);
  void operator()(const plan::ShowWords& edit);
  void operator()(const plan::WarnWhenTyped& edit);
  void operator()(const plan::ColumnWidth& edit);
  void operator()(const plan::Passage& edit);
  void operator()(const plan::Freeze& edit);
  void operator()(const plan::Protect& edit);
  void operator()(const plan::PrintSetup& edit);
  void operator()(const plan::AddChart& edit);
  void operator()(const plan::KeepValues& edit);
  void operator()(const plan::RemoveSheet& edit);
  void operator()(const plan::RenameSheet& edit);
  void operator()(const plan::RemoveTable& edit);
  void operator()(const plan::RemoveName& edit);

  void write_beside(const css::table::CellRangeAddress& rows, const plan::AppendColumns& edit);
  template <class Dress>
  void each_style(const css::table::CellRangeAddress& rows, std::string_view table, const Dress& dress);
  void paint_rows(const css::table::CellRangeAddress& rows, std::string_view table);
  void expect_texts(const css::table::CellRangeAddress& rows, std::string_view table);

  void lock_again();
  void append_to_log(const Reference<css::sheet::XSpreadsheet>& sheet, const css::table::CellRangeAddress& table,
                     const css::table::CellRangeAddress& rows, const plan::Block& block);

  Book book_;
  Reference<css::document::XUndoManager> locked_;
  Context context_;
  plan::Course* course_;
  std::size_t done_ = 0;  // of the course's steps
};

/// Carries out a whole plan: in a window as one named undo step, in a hidden document without undo (taking back an
/// inserted sheet there ends the office). Calculation waits until all is written. Rows of the log stay outside the
/// user's undo: what was done and taken back was still done.
/// `context` is needed by plans with charts. Beside a course the step of a window can be cancelled: what was written is taken
/// back, and Cancelled is thrown.
void carry_out(const Book& book, const plan::Plan& plan, const rtl::OUString& title, const Context& context = {}, plan::Course* course = nullptr);

}  // namespace steward::document
