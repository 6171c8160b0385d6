#include "functions/parameter.hpp"

namespace steward::functions {

Result<Table> read_cells(const Argument& argument, std::string_view name) {
  if (const auto* range = std::get_if<Table>(&argument)) return *range;
  if (const auto* value = std::get_if<Value>(&argument)) return Table(1, 1, *value);
  return missing(name);
}

Result<Matrix<double>> read_matrix(const Argument& argument, std::string_view name) {
  STEWARD_TRY(const Table cells, read_cells(argument, name));
  Matrix<double> numbers(cells.rows(), cells.columns());
  for (std::size_t index = 0; index < cells.size(); ++index) {
    STEWARD_TRY(numbers.cells()[index], read_number(cells.cells()[index], name));
  }
  return numbers;
}

Result<std::vector<double>> read_numbers(const Argument& argument, std::string_view name) {
  STEWARD_TRY(Matrix<double> numbers, read_matrix(argument, name));
  return std::move(numbers.cells());
}

Result<std::vector<std::optional<double>>> read_gaps(const Argument& argument, std::string_view name) {
  STEWARD_TRY(const Table cells, read_cells(argument, name));
  std::vector<std::optional<double>> numbers(cells.size());
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (is_blank(cells.cells()[index])) continue;
    STEWARD_TRY(numbers[index], read_number(cells.cells()[index], name));
  }
  return numbers;
}

Result<SharedLedger> read_ledger(const Argument& argument, std::string_view name) {
  if (const auto* source = std::get_if<SharedLedger>(&argument)) return *source;
  return missing(name);
}

}  // namespace steward::functions
