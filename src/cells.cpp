#include "cells.hpp"

#include <utility>

namespace steward {

Result<std::optional<double>> number_in(const Value& cell) {
  if (is_blank(cell)) return std::optional<double>();
  if (const auto* number = std::get_if<double>(&cell)) return std::optional(*number);
  return Fault{FaultKind::value, Phrase::text_among_numbers, {}};
}

Result<std::vector<std::optional<double>>> numbers_in(const Table& range) {
  std::vector<std::optional<double>> numbers;
  numbers.reserve(range.size());
  for (const Value& cell : range.cells()) {
    STEWARD_TRY(auto number, number_in(cell));
    numbers.push_back(number);
  }
  return numbers;
}

Table laid_like(const Table& model, std::vector<Value> values) {
  const bool lies_down = model.rows() == 1 && model.columns() > 1;
  return lies_down ? Table::row(std::move(values)) : Table::column(std::move(values));
}

}  // namespace steward
