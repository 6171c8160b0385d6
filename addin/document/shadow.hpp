#pragma once

#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <optional>
#include <string>
#include <vector>

#include "document/book.hpp"
#include "document/appended_rows.hpp"
#include "document/packed_rows.hpp"
#include "plan/watch.hpp"

namespace steward::document {

/// What a part of a sheet held when it was last looked at, so that old values are known after a change: the office tells
/// that a range changed, but neither where nor what stood there. A part is watched in chunks of 1,000 rows, each with a
/// listener of its own, and only the chunk that changed is read again. A chunk that rows were inserted into is divided anew.
class Shadow {
 public:
  /// Whether formulas are compared as they were entered, or only for being there: where there are thousands that only
  /// Steward writes, reading their texts would be felt at every keystroke.
  enum class Formulas { as_entered, as_such };

  /// `rows` are the rows to watch; the listener is told of their changes.
  Shadow(const Book& book, plan::WatchedPart part, const css::table::CellRangeAddress& rows,
         const Reference<css::util::XModifyListener>& listener, Formulas formulas = Formulas::as_entered);
  ~Shadow();
  Shadow(const Shadow&) = delete;
  Shadow& operator=(const Shadow&) = delete;

  /// Marks the chunk that the event came from; true when it is one of ours.
  bool mark(const Reference<css::uno::XInterface>& source);
  void mark_all();
  bool is_marked() const;
  /// Reads the marked chunks again. What differs is added to `changes`: figures, texts and formulas as they were entered.
  /// What a formula comes to changes by itself and is no change; a figure that a formula takes the place of is one. Where
  /// rows came, went or moved, the office rewrites the references of formulas, so there they are not compared.
  void compare(std::vector<plan::WatchedChange>& changes);
  /// Reads the marked chunks again without comparing: Steward itself wrote there. Rows that it appended need not be read
  /// where they are known.
  void accept(const AppendedRows* appended = nullptr);
  /// The constant content of the whole part, for its fingerprint; each formula as "=".
  std::vector<plan::WatchedRow> contents() const;
  const plan::WatchedPart& part() const { return part_; }

 private:
  struct Chunk {
    Reference<css::table::XCellRange> range;
    css::table::CellRangeAddress at;  // where the rows stood when they were read
    PackedRows rows;
    bool is_marked = false;
  };

  void watch(const css::table::CellRangeAddress& rows, const PackedRows* known = nullptr);
  void watch_chunk(const css::table::CellRangeAddress& rows, std::optional<PackedRows> known);
  bool take(Chunk& chunk, const AppendedRows& appended) const;
  void forget(const Chunk& chunk);
  void split_grown();
  PackedRows read(const Reference<css::table::XCellRange>& range, const css::table::CellRangeAddress& at) const;
  // By row, in the order of columns.
  using FormulasByRow = std::vector<std::vector<std::pair<sal_Int32, rtl::OUString>>>;
  FormulasByRow read_formulas(const Reference<css::table::XCellRange>& range, const css::table::CellRangeAddress& at) const;

  Book book_;
  plan::WatchedPart part_;
  Reference<css::util::XModifyListener> listener_;
  Formulas formulas_;
  std::vector<Chunk> chunks_;
};

}  // namespace steward::document
