#include "workbook/snapshot.hpp"

#include <algorithm>

namespace steward::workbook {
namespace {

std::uint64_t cell_key(int row, int column) {
  return (static_cast<std::uint64_t>(row) << 32) | static_cast<std::uint32_t>(column);
}

bool within(const std::vector<std::pair<int, int>>& stretches, int index) {
  return std::ranges::any_of(stretches, [&](const auto& s) { return index >= s.first && index <= s.second; });
}

}  // namespace

Sheet::Sheet(std::string name, int rows, int columns) : name_(std::move(name)), rows_(rows), columns_(columns) {
  const auto count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
  kinds_.resize(count);
  formats_.resize(count);
  values_.resize(count);
}

std::size_t Sheet::index(int row, int column) const {
  return static_cast<std::size_t>(column) * static_cast<std::size_t>(rows_) + static_cast<std::size_t>(row);
}

Cell Sheet::at(int row, int column) const {
  if (row < 0 || column < 0 || row >= rows_ || column >= columns_) return {};
  const std::size_t at = index(row, column);
  Cell cell{kinds_[at], formats_[at]};
  cell.has_formula = !formulas_.empty() && formulas_.contains(cell_key(row, column));
  if (cell.kind == CellKind::number) cell.number = values_[at];
  if (cell.kind == CellKind::text || cell.kind == CellKind::error) cell.text = texts_[static_cast<std::size_t>(values_[at])];
  return cell;
}

std::string_view Sheet::formula(int row, int column) const {
  const auto found = formulas_.find(cell_key(row, column));
  return found == formulas_.end() ? std::string_view() : std::string_view(texts_[found->second]);
}

std::uint32_t Sheet::keep(std::string_view text) {
  const auto [entry, is_new] = text_index_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.emplace_back(text);
  return entry->second;
}

void Sheet::set_number(int row, int column, double number, Format format) {
  const std::size_t at = index(row, column);
  kinds_[at] = CellKind::number;
  formats_[at] = format;
  values_[at] = number;
}

void Sheet::set_text(int row, int column, std::string_view text) {
  const std::size_t at = index(row, column);
  kinds_[at] = text.empty() ? CellKind::empty : CellKind::text;
  values_[at] = keep(text);
}

void Sheet::set_error(int row, int column, std::string_view name) {
  const std::size_t at = index(row, column);
  kinds_[at] = CellKind::error;
  values_[at] = keep(name);
}

void Sheet::set_format(int row, int column, Format format) { formats_[index(row, column)] = format; }

void Sheet::set_formula(int row, int column, std::string_view formula) {
  formulas_[cell_key(row, column)] = keep(formula);
}

bool Sheet::is_row_hidden(int row) const { return within(hidden_rows, row); }
bool Sheet::is_column_hidden(int column) const { return within(hidden_columns, column); }

const NamedArea* Snapshot::table(std::string_view name) const {
  const auto found = std::ranges::find(tables, name, &NamedArea::name);
  return found == tables.end() ? nullptr : &*found;
}

const Sheet* Snapshot::sheet(std::string_view name) const {
  const auto found = std::ranges::find_if(sheets, [&](const Sheet& sheet) { return sheet.name() == name; });
  return found == sheets.end() ? nullptr : &*found;
}

}  // namespace steward::workbook
