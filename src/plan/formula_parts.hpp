#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tables/layout.hpp"
#include "words/keywords.gen.hpp"

/// Parts of the formulas that Steward writes, as the office's programming interface takes them.
namespace steward::plan {

/// The name that formulas have for our functions.
inline const std::string our_functions = "ORG.STEWARD.BUDGET.FUNCTIONS.";

/// A text within a formula.
std::string quoted(std::string_view text);
/// Stages as an array within a formula: {"commitment"|"actual"}.
std::string array_of(std::span<const Stage> stages);
/// A value of the Settings table.
std::string setting_cell(std::string_view code);

/// Cells of a control table by its stable name, which grows with the table: row 0 is a whole column, row 1 its header as the
/// workbook has it, which may have been set up in another language than the office's.
template <class TableColumn>
std::string table_cells(TableColumn column, std::size_t dimensions, const std::string& row) {
  const auto& description = tables::description_of(column);
  return "INDEX(" + description.cells() + ";" + row + ";" + std::to_string(tables::Layout(description, dimensions).place(column) + 1) + ")";
}
template <class TableColumn>
std::string whole_column(TableColumn column, std::size_t dimensions) {
  return table_cells(column, dimensions, "0");
}
template <class TableColumn>
std::string header_cell(TableColumn column, std::size_t dimensions) {
  return table_cells(column, dimensions, "1");
}

}  // namespace steward::plan
