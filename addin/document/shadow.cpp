#include "document/shadow.hpp"

#include <algorithm>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>

namespace steward::document {
namespace {

constexpr sal_Int32 rows_in_chunk = 1000;

bool is_same_place(const css::table::CellRangeAddress& one, const css::table::CellRangeAddress& other) {
  return one.Sheet == other.Sheet && one.StartColumn == other.StartColumn && one.StartRow == other.StartRow &&
         one.EndColumn == other.EndColumn && one.EndRow == other.EndRow;
}

bool has_grown(const css::table::CellRangeAddress& chunk) { return chunk.EndRow - chunk.StartRow >= 2 * rows_in_chunk; }

std::size_t height(const css::table::CellRangeAddress& at) { return static_cast<std::size_t>(at.EndRow - at.StartRow) + 1; }

PackedRows some_of(const PackedRows& all, std::size_t first, std::size_t count) {
  PackedRows rows;
  for (std::size_t row = first; row < first + count; ++row) rows.append(all[row]);
  rows.shrink();
  return rows;
}

css::table::CellRangeAddress address_of(const Reference<css::table::XCellRange>& range) {
  return as<css::sheet::XCellRangeAddressable>(range)->getRangeAddress();
}

}  // namespace

Shadow::Shadow(const Book& book, plan::WatchedPart part, const css::table::CellRangeAddress& rows,
               const Reference<css::util::XModifyListener>& listener, Formulas formulas)
    : book_(book), part_(std::move(part)), listener_(listener), formulas_(formulas) {
  watch(rows);
}

Shadow::~Shadow() {
  for (const auto& chunk : chunks_) forget(chunk);
}

void Shadow::forget(const Chunk& chunk) {
  try {
    as<css::util::XModifyBroadcaster>(chunk.range)->removeModifyListener(listener_);
  } catch (const css::uno::Exception&) {
    // The range went with its sheet, and its listeners with it.
  }
}

// Rows are inserted before the last one, which must not be alone in its chunk: it would only be moved down.
void Shadow::watch(const css::table::CellRangeAddress& rows, const PackedRows* known) {
  auto chunk = rows;
  for (; chunk.StartRow <= rows.EndRow; chunk.StartRow = chunk.EndRow + 1) {
    chunk.EndRow = std::min(rows.EndRow, chunk.StartRow + rows_in_chunk - 1);
    if (rows.EndRow - chunk.EndRow == 1) chunk.EndRow = rows.EndRow;
    watch_chunk(chunk, known ? std::optional(some_of(*known, static_cast<std::size_t>(chunk.StartRow - rows.StartRow), height(chunk))) : std::nullopt);
  }
}

void Shadow::watch_chunk(const css::table::CellRangeAddress& rows, std::optional<PackedRows> known) {
  const auto range = book_.sheet_at(rows.Sheet)->getCellRangeByPosition(rows.StartColumn, rows.StartRow, rows.EndColumn, rows.EndRow);
  as<css::util::XModifyBroadcaster>(range)->addModifyListener(listener_);
  const auto at = address_of(range);
  chunks_.push_back({range, at, known ? std::move(*known) : read(range, at), false});
}

// Postings are inserted into the last chunk: left whole, it would be read as a whole at every keystroke.
void Shadow::split_grown() {
  if (std::ranges::none_of(chunks_, has_grown, &Chunk::at)) return;
  std::vector<Chunk> before;
  before.swap(chunks_);
  for (auto& chunk : before) {
    if (!has_grown(chunk.at)) {
      chunks_.push_back(std::move(chunk));
      continue;
    }
    forget(chunk);
    watch(chunk.at, chunk.rows.size() == height(chunk.at) ? &chunk.rows : nullptr);
  }
}

bool Shadow::mark(const Reference<css::uno::XInterface>& source) {
  const auto chunk = std::ranges::find_if(chunks_, [&](const Chunk& one) { return Reference<css::uno::XInterface>(one.range, css::uno::UNO_QUERY) == source; });
  if (chunk == chunks_.end()) return false;
  chunk->is_marked = true;
  return true;
}

void Shadow::mark_all() {
  for (auto& chunk : chunks_) chunk.is_marked = true;
}

bool Shadow::is_marked() const {
  return std::ranges::any_of(chunks_, &Chunk::is_marked);
}

// Formulas are asked for where they stand: a ledger has none, and costs no more than its values.
Shadow::FormulasByRow Shadow::read_formulas(const Reference<css::table::XCellRange>& range, const css::table::CellRangeAddress& at) const {
  FormulasByRow formulas;
  for (const auto& area : as<css::sheet::XCellRangesQuery>(range)->queryContentCells(css::sheet::CellFlags::FORMULA)->getRangeAddresses()) {
    formulas.resize(static_cast<std::size_t>(at.EndRow - at.StartRow) + 1);
    const sal_Int32 left = area.StartColumn - at.StartColumn, top = area.StartRow - at.StartRow;
    const sal_Int32 right = area.EndColumn - at.StartColumn, bottom = area.EndRow - at.StartRow;
    Sequence<Sequence<rtl::OUString>> texts;
    if (formulas_ == Formulas::as_entered)
      texts = as<css::sheet::XCellRangeFormula>(range->getCellRangeByPosition(left, top, right, bottom))->getFormulaArray();
    const rtl::OUString some("=");
    for (sal_Int32 row = top; row <= bottom; ++row)
      for (sal_Int32 column = left; column <= right; ++column)
        formulas[static_cast<std::size_t>(row)].emplace_back(
            column, formulas_ == Formulas::as_entered ? texts[row - top][column - left] : some);
  }
  for (auto& row : formulas) std::ranges::sort(row);
  return formulas;
}

PackedRows Shadow::read(const Reference<css::table::XCellRange>& range, const css::table::CellRangeAddress& at) const {
  const auto values = as<css::sheet::XCellRangeData>(range)->getDataArray();
  const auto formulas = read_formulas(range, at);
  PackedRows rows;
  for (std::size_t row = 0; row < static_cast<std::size_t>(values.getLength()); ++row) {
    const auto& cells = values[static_cast<sal_Int32>(row)];
    std::size_t next = 0;
    for (sal_Int32 column = 0; column < cells.getLength(); ++column) {
      const bool is_formula = row < formulas.size() && next < formulas[row].size() && formulas[row][next].first == column;
      if (is_formula) rows.add_formula(formulas[row][next++].second);
      else rows.add(cells[column]);
    }
    rows.end_row();
  }
  rows.shrink();
  return rows;
}

void Shadow::compare(std::vector<plan::WatchedChange>& changes) {
  for (auto& chunk : chunks_) {
    if (!chunk.is_marked) continue;
    chunk.is_marked = false;
    const auto at = address_of(chunk.range);
    auto after = read(chunk.range, at);
    const auto& before = chunk.rows;
    const bool has_moved = !is_same_place(at, chunk.at);
    const auto is_same = [&](std::string_view one, std::string_view other) {
      return has_moved ? PackedRows::same_but_for_formulas(one, other) : one == other;
    };
    std::size_t first = 0, end_before = before.size(), end_after = after.size();
    while (first < end_before && first < end_after && is_same(before[first], after[first])) ++first;
    while (end_before > first && end_after > first && is_same(before[end_before - 1], after[end_after - 1])) --end_before, --end_after;
    plan::WatchedChange change{part_, {}, {}};
    change.part.sheet = at.Sheet;
    change.part.top = static_cast<int>(at.StartRow) + static_cast<int>(first);
    change.part.left = static_cast<int>(at.StartColumn);
    for (std::size_t row = first; row < end_before; ++row) change.before.push_back(PackedRows::unpack(before[row]));
    for (std::size_t row = first; row < end_after; ++row) change.after.push_back(PackedRows::unpack(after[row]));
    if (change.before != change.after) changes.push_back(std::move(change));
    chunk.at = at;
    chunk.rows = std::move(after);
  }
  split_grown();
}

// Rows are appended before the last one of the table, which stands in the last chunk.
bool Shadow::take(Chunk& chunk, const AppendedRows& appended) const {
  const auto at = address_of(chunk.range);
  const std::size_t before = chunk.rows.size(), more = appended.rows.size();
  auto unmoved = at;
  unmoved.EndRow -= static_cast<sal_Int32>(more);
  if (appended.table != part_.table || &chunk != &chunks_.back() || before == 0 || !is_same_place(unmoved, chunk.at)) return false;
  PackedRows rows = some_of(chunk.rows, 0, before - 1);
  for (std::size_t row = 0; row < more; ++row) rows.append(appended.rows[row]);
  rows.append(chunk.rows[before - 1]);
  chunk.rows = std::move(rows);
  chunk.at = at;
  return true;
}

void Shadow::accept(const AppendedRows* appended) {
  for (auto& chunk : chunks_) {
    if (!chunk.is_marked) continue;
    chunk.is_marked = false;
    if (appended && take(chunk, *appended)) continue;
    chunk.at = address_of(chunk.range);
    if (!has_grown(chunk.at)) chunk.rows = read(chunk.range, chunk.at);
  }
  split_grown();
}

std::vector<plan::WatchedRow> Shadow::contents() const {
  std::vector<plan::WatchedRow> rows;
  for (const auto& chunk : chunks_) {
    for (const auto& cells : as<css::sheet::XCellRangeFormula>(chunk.range)->getFormulaArray()) {
      plan::WatchedRow row;
      for (const rtl::OUString& cell : cells) row.push_back(cell.startsWith("=") ? std::string("=") : to_utf8(cell));
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace steward::document
