#include "functions/parameter.hpp"

#include "words/phrases/ledger.gen.hpp"

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

Result<std::vector<std::optional<Date>>> read_dates(const Argument& argument, std::string_view name, NullDate null_date) {
  STEWARD_TRY(const Table cells, read_cells(argument, name));
  std::vector<std::optional<Date>> dates(cells.size());
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (is_blank(cells.cells()[index])) continue;
    STEWARD_TRY(dates[index], read_date(cells.cells()[index], name, null_date));
  }
  return dates;
}

Result<std::vector<Table>> read_tables(Arguments arguments, std::string_view name) {
  std::vector<Table> tables;
  for (const Argument& argument : arguments) {
    if (std::holds_alternative<Omitted>(argument)) continue;
    STEWARD_TRY(tables.emplace_back(), read_cells(argument, name));
  }
  if (tables.empty()) return missing(name);
  return tables;
}

Result<SharedLedger> read_ledger(const Argument& argument, std::string_view name) {
  if (const auto* source = std::get_if<SharedLedger>(&argument)) return *source;
  return missing(name);
}

Result<ledger::SharedIndex> read_index(const Argument& argument, std::string_view name) {
  if (const auto* found = std::get_if<Result<ledger::SharedIndex>>(&argument)) return *found;
  if (std::holds_alternative<Value>(argument)) return Fault{FaultKind::not_available, phrase::index_unknown, {}};
  STEWARD_TRY(const SharedLedger ledger, read_ledger(argument, name));
  STEWARD_TRY(auto index, ledger::LedgerIndex::from(*ledger, {}));
  return std::make_shared<const ledger::LedgerIndex>(std::move(index));
}

}  // namespace steward::functions
