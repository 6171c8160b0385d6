#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>
#include <utility>

namespace steward {

Result<std::optional<double>> number_in(const Value& cell) {
  if (is_blank(cell)) return std::optional<double>();
  if (const auto* number = std::get_if<double>(&cell)) return std::optional(*number);
  return Fault{FaultKind::value, phrase::text_among_numbers, {}};
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

Result<std::vector<double>> amounts_in(const Table& range) {
  STEWARD_TRY(const auto numbers, numbers_in(range));
  std::vector<double> amounts;
  amounts.reserve(numbers.size());
  for (const auto& number : numbers) amounts.push_back(number.value_or(0));
  return amounts;
}

Outcome same_size(const Table& range, std::size_t count) {
  if (range.size() != count) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  return success();
}

Language language_of(const Table& labels) {
  // The ideographs from U+4E00 to U+9FFF begin with E4 … E9 in UTF-8, and few other characters do.
  const auto is_chinese = [](const Value& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text && std::ranges::any_of(*text, [](char c) { return '\xE4' <= c && c <= '\xE9'; });
  };
  return std::ranges::any_of(labels.cells(), is_chinese) ? Language::chinese : Language::english;
}

Table laid_like(const Table& model, std::vector<Value> values) {
  const bool lies_down = model.rows() == 1 && model.columns() > 1;
  return lies_down ? Table::row(std::move(values)) : Table::column(std::move(values));
}

}  // namespace steward
