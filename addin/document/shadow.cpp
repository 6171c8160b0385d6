#include "document/shadow.hpp"

#include <algorithm>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <cstring>

#include "numeral.hpp"

namespace steward::document {
namespace {

constexpr sal_Int32 rows_in_chunk = 1000;

void pack(std::string& row, const Any& cell) {
  switch (cell.getValueTypeClass()) {
    case css::uno::TypeClass_DOUBLE: {
      const double number = *static_cast<const double*>(cell.getValue());
      row += 'N';
      row.append(reinterpret_cast<const char*>(&number), sizeof number);
      return;
    }
    case css::uno::TypeClass_STRING: {
      const auto& text = *static_cast<const rtl::OUString*>(cell.getValue());
      const sal_Int32 length = text.getLength();
      row += 'T';
      row.append(reinterpret_cast<const char*>(&length), sizeof length);
      row.append(reinterpret_cast<const char*>(text.getStr()), static_cast<std::size_t>(length) * sizeof(sal_Unicode));
      return;
    }
    default: row += 'E';
  }
}

// Where the cell that begins at a place of a packed row ends.
std::size_t end_of_cell(const std::string& row, std::size_t at) {
  if (row[at] == 'N') return at + 1 + sizeof(double);
  if (row[at] == 'E') return at + 1;
  sal_Int32 length = 0;
  std::memcpy(&length, row.data() + at + 1, sizeof length);
  return at + 1 + sizeof length + static_cast<std::size_t>(length) * sizeof(sal_Unicode);
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = end_of_cell(row, at);
    cells.push_back(row.substr(at, end - at));
    at = end;
  }
  return cells;
}

css::table::CellRangeAddress address_of(const Reference<css::table::XCellRange>& range) {
  return as<css::sheet::XCellRangeAddressable>(range)->getRangeAddress();
}

}  // namespace

Shadow::Shadow(const Book& book, plan::WatchedPart part, const css::table::CellRangeAddress& rows,
               const Reference<css::util::XModifyListener>& listener)
    : book_(book), part_(std::move(part)), area_(rows), listener_(listener) {
  // Rows are inserted before the last one, which must not be alone in its chunk: it would only be moved down.
  for (sal_Int32 top = rows.StartRow; top <= rows.EndRow;) {
    sal_Int32 bottom = std::min(rows.EndRow, top + rows_in_chunk - 1);
    if (rows.EndRow - bottom == 1) bottom = rows.EndRow;
    watch(top, bottom);
    top = bottom + 1;
  }
}

Shadow::~Shadow() {
  for (const auto& chunk : chunks_) {
    try {
      as<css::util::XModifyBroadcaster>(chunk.range)->removeModifyListener(listener_);
    } catch (const css::uno::Exception&) {
      // The range went with its sheet, and its listeners with it.
    }
  }
}

void Shadow::watch(sal_Int32 top, sal_Int32 bottom) {
  const auto range = book_.sheet_at(area_.Sheet)->getCellRangeByPosition(area_.StartColumn, top, area_.EndColumn, bottom);
  as<css::util::XModifyBroadcaster>(range)->addModifyListener(listener_);
  chunks_.push_back({range, read(range), false});
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

std::vector<Shadow::Packed> Shadow::read(const Reference<css::table::XCellRange>& range) {
  const auto cells = as<css::sheet::XCellRangeData>(range)->getDataArray();
  std::vector<Packed> rows(static_cast<std::size_t>(cells.getLength()));
  for (sal_Int32 row = 0; row < cells.getLength(); ++row)
    for (const Any& cell : cells[row]) pack(rows[static_cast<std::size_t>(row)], cell);
  return rows;
}

void Shadow::compare(std::vector<plan::WatchedChange>& changes) {
  for (auto& chunk : chunks_) {
    if (!chunk.is_marked) continue;
    chunk.is_marked = false;
    auto after = read(chunk.range);
    const auto& before = chunk.rows;
    std::size_t first = 0, end_before = before.size(), end_after = after.size();
    while (first < end_before && first < end_after && before[first] == after[first]) ++first;
    while (end_before > first && end_after > first && before[end_before - 1] == after[end_after - 1]) --end_before, --end_after;
    if (first == end_before && first == end_after) continue;
    if (end_before == end_after) keep_formulas_out(chunk, after, first, end_after - first);
    plan::WatchedChange change{part_, {}, {}};
    const auto at = address_of(chunk.range);
    change.part.sheet = at.Sheet;
    change.part.top = static_cast<int>(at.StartRow) + static_cast<int>(first);
    change.part.left = static_cast<int>(at.StartColumn);
    for (std::size_t row = first; row < end_before; ++row) change.before.push_back(unpack(before[row]));
    for (std::size_t row = first; row < end_after; ++row) change.after.push_back(unpack(after[row]));
    if (change.before != change.after) changes.push_back(std::move(change));
    chunk.rows = std::move(after);
  }
}

// The result of a formula changes by itself; what somebody changed is its source.
void Shadow::keep_formulas_out(const Chunk& chunk, std::vector<Packed>& after, std::size_t first, std::size_t count) const {
  for (std::size_t row = first; row < first + count; ++row) {
    if (chunk.rows[row] == after[row]) continue;
    const auto old_cells = cells_of(chunk.rows[row]);
    auto new_cells = cells_of(after[row]);
    Packed kept;
    for (std::size_t column = 0; column < new_cells.size(); ++column) {
      const bool is_changed = column < old_cells.size() && old_cells[column] != new_cells[column];
      const bool is_formula = is_changed && chunk.range->getCellByPosition(static_cast<sal_Int32>(column), static_cast<sal_Int32>(row))
                                                    ->getType() == css::table::CellContentType_FORMULA;
      kept += is_formula ? old_cells[column] : new_cells[column];
    }
    after[row] = std::move(kept);
  }
}

void Shadow::accept() {
  for (auto& chunk : chunks_) {
    if (!chunk.is_marked) continue;
    chunk.is_marked = false;
    chunk.rows = read(chunk.range);
  }
}

plan::WatchedRow Shadow::unpack(const Packed& row) {
  plan::WatchedRow texts;
  for (const auto& cell : cells_of(row)) {
    if (cell[0] == 'N') {
      double number = 0;
      std::memcpy(&number, cell.data() + 1, sizeof number);
      texts.push_back(numeral(number));
    } else if (cell[0] == 'T') {
      std::vector<sal_Unicode> text((cell.size() - 1 - sizeof(sal_Int32)) / sizeof(sal_Unicode));
      std::memcpy(text.data(), cell.data() + 1 + sizeof(sal_Int32), text.size() * sizeof(sal_Unicode));
      texts.push_back(to_utf8(rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()))));
    } else {
      texts.emplace_back("#");
    }
  }
  return texts;
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
