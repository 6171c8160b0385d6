#include "recognise/grid.hpp"

#include <algorithm>

#include "intake/amount_text.hpp"

namespace steward::recognise {
namespace {

using workbook::CellKind;
using workbook::Format;

// A merge over a whole row or column of the sheet is decoration; its cells need not be remembered one by one.
constexpr int widest_merge = 4096;

std::uint64_t key(int row, int column) {
  return (static_cast<std::uint64_t>(row) << 32) | static_cast<std::uint32_t>(column);
}

bool is_spaces(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos || text == "\xC2\xA0" || text == "\xE3\x80\x80";
}

bool is_dash(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text == "-" || text == "–" || text == "—" || text == "--";
}

Kind kind_of_text(std::string_view text, intake::DecimalMark& mark) {
  if (is_spaces(text)) return Kind::blank;
  if (is_dash(text)) return Kind::dash;
  const char first = text[0];
  const bool may_begin_amount = !((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) || text.size() < 24;
  if (!may_begin_amount) return Kind::text;
  const auto amount = intake::read_amount(text);
  if (!amount) return Kind::text;
  if (amount->mark != intake::DecimalMark::unknown) mark = amount->mark;
  return amount->is_digits ? Kind::digits : Kind::text_amount;
}

}  // namespace

Grid::Grid(const workbook::Snapshot& snapshot, int sheet)
    : snapshot_(&snapshot),
      sheet_(&snapshot.sheets[static_cast<std::size_t>(sheet)]),
      index_(sheet),
      rows_(sheet_->rows()),
      columns_(sheet_->columns()) {
  marks_.resize(static_cast<std::size_t>(columns_));
  kinds_.resize(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_));
  std::size_t at = 0;
  for (int column = 0; column < columns_; ++column) {
    for (int row = 0; row < rows_; ++row) kinds_[at++] = classify(row, column);
  }
  for (std::size_t i = 0; i < sheet_->merges.size(); ++i) {
    const auto& area = sheet_->merges[i];
    if (static_cast<long>(area.rows()) * area.columns() > widest_merge) continue;
    for (int row = area.top; row <= area.bottom; ++row) {
      for (int column = area.left; column <= area.right; ++column) merged_.emplace(key(row, column), i);
    }
  }
}

Kind Grid::classify(int row, int column) {
  const workbook::Cell cell = sheet_->at(row, column);
  switch (cell.kind) {
    case CellKind::empty:
      return Kind::blank;
    case CellKind::error:
      return Kind::error;
    case CellKind::text:
      return kind_of_text(cell.text, marks_[static_cast<std::size_t>(column)]);
    case CellKind::number:
      break;
  }
  if (cell.format == Format::percent) return Kind::percent;
  if (cell.format == Format::date || cell.format == Format::time) return Kind::date;
  return cell.format == Format::boolean ? Kind::text : Kind::amount;
}

double Grid::value(int row, int column) const {
  const workbook::Cell cell = sheet_->at(row, column);
  if (cell.kind == CellKind::number) return cell.number;
  if (cell.kind == CellKind::empty && !moved_.empty()) {
    const auto moved = moved_.find(key(row, column));
    if (moved != moved_.end()) return moved->second;
  }
  const auto amount = intake::read_amount(cell.text, mark(column));
  return amount ? amount->value : 0;
}

void Grid::take_digits_as_amounts(int column, int top, int bottom) {
  for (int row = top; row <= bottom; ++row) {
    if (kind(row, column) != Kind::digits) continue;
    kinds_[static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row)] =
        Kind::text_amount;
  }
}

void Grid::move_figure(int row, int from, int to) {
  moved_[key(row, to)] = value(row, from);
  const auto at = [&](int column) {
    return static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row);
  };
  kinds_[at(to)] = kinds_[at(from)];
  kinds_[at(from)] = Kind::blank;
}

bool Grid::is_bold(int row, int column) const {
  return std::ranges::binary_search(sheet_->bold, std::pair{row, column});
}

const workbook::Area* Grid::merge(int row, int column) const {
  const auto found = merged_.find(key(row, column));
  return found == merged_.end() ? nullptr : &sheet_->merges[found->second];
}

std::string_view Grid::covered_text(int row, int column) const {
  const auto* area = merge(row, column);
  return area ? text(area->top, area->left) : text(row, column);
}

}  // namespace steward::recognise
