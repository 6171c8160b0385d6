#pragma once

#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <string>
#include <vector>

#include "document/book.hpp"
#include "plan/watch.hpp"

namespace steward::document {

/// What a part of a sheet held when it was last looked at, so that old values are known after a change: the office tells
/// that a range changed, but neither where nor what stood there. A part is watched in chunks of 1,000 rows, each with a
/// listener of its own, and only the chunk that changed is read again.
class Shadow {
 public:
  /// `rows` are the rows to watch; the listener is told of their changes.
  Shadow(const Book& book, plan::WatchedPart part, const css::table::CellRangeAddress& rows,
         const Reference<css::util::XModifyListener>& listener);
  ~Shadow();
  Shadow(const Shadow&) = delete;
  Shadow& operator=(const Shadow&) = delete;

  /// Marks the chunk that the event came from; true when it is one of ours.
  bool mark(const Reference<css::uno::XInterface>& source);
  void mark_all();
  bool is_marked() const;
  /// Reads the marked chunks again. What differs is added to `changes`; results of formulas aside.
  void compare(std::vector<plan::WatchedChange>& changes);
  /// Reads the marked chunks again without comparing: Steward itself wrote there.
  void accept();
  /// The constant content of the whole part, for its fingerprint; each formula as "=".
  std::vector<plan::WatchedRow> contents() const;
  const plan::WatchedPart& part() const { return part_; }

 private:
  // A row as bytes: for each cell its kind, then eight bytes of a number, or length and letters of a text.
  using Packed = std::string;
  struct Chunk {
    Reference<css::table::XCellRange> range;
    std::vector<Packed> rows;
    bool is_marked = false;
  };

  void watch(sal_Int32 top, sal_Int32 bottom);
  static std::vector<Packed> read(const Reference<css::table::XCellRange>& range);
  static plan::WatchedRow unpack(const Packed& row);
  void keep_formulas_out(const Chunk& chunk, std::vector<Packed>& after, std::size_t first, std::size_t count) const;

  Book book_;
  plan::WatchedPart part_;
  css::table::CellRangeAddress area_;
  Reference<css::util::XModifyListener> listener_;
  std::vector<Chunk> chunks_;
};

}  // namespace steward::document
