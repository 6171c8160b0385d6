#pragma once

#include <tuple>

#include "functions/parameter.hpp"
#include "words/phrases/functions.gen.hpp"

/// Calls a core function with arguments from cells, element by element where a parameter is lifted.
namespace steward::functions {

/// One function as an office or a vector runner sees it.
struct Function {
  std::string_view name;               ///< "VARIANCE.PCT"
  std::span<const std::string_view> parameters;
  /// The language is that of the calling document: for functions whose tables hold words.
  Result<Answer> (*call)(Arguments, NullDate, Language);
  bool is_lifted = false;  ///< its first parameter is taken element by element
};

/// Every function of the catalogue, by name.
std::span<const Function> functions();

// What a core function returns, as the value of one cell.
inline Value to_value(double number, NullDate) { return number; }
inline Value to_value(std::string text, NullDate) { return text; }
inline Value to_value(Date day, NullDate null) { return static_cast<double>((day - null.day).count()); }
inline Value to_value(const std::optional<double>& number, NullDate) { return number ? Value(*number) : Value(Blank()); }
inline Value to_value(Value value, NullDate) { return value; }

template <class Core, class... Parameters>
Result<Value> call_element(Core core, std::size_t index, NullDate null_date, const Parameters&... parameters) {
  auto elements = std::make_tuple(parameters.read(index)...);
  std::optional<Fault> fault;
  bool blank = false;
  std::apply(
      [&](const auto&... element) {
        ((element.has_error() ? void(fault = fault ? fault : element.error()) : void(blank |= !element.value())), ...);
      },
      elements);
  if (fault) return *fault;
  if (blank) return Value(Blank());
  auto result = std::apply([&](const auto&... element) { return core(*element.value()...); }, elements);
  if (result.has_error()) return result.error();
  return to_value(std::move(result).value(), null_date);
}

inline Result<Answer> unequal() { return Fault{FaultKind::argument, phrase::unequal_shapes, {}}; }

/// The value of a fault in one element of a range: the element shows its own error, the others their results.
Value element_fault(const Fault& fault);

/// A function of single values over ranges: the result has the shape of the ranges.
template <class Core, class... Parameters>
Result<Answer> lifted(Core core, NullDate null_date, const Parameters&... parameters) {
  std::optional<Shape> shape;
  bool equal = true;
  const auto fit = [&](const std::optional<Shape>& other) {
    if (!other) return;
    if (!shape) shape = other;
    equal = equal && *shape == *other;
  };
  (fit(parameters.shape()), ...);
  if (!equal) return unequal();
  if (!shape) {
    STEWARD_TRY(Value value, call_element(core, 0, null_date, parameters...));
    return Answer(std::move(value));
  }
  Table result(shape->rows, shape->columns);
  for (std::size_t index = 0; index < result.size(); ++index) {
    auto value = call_element(core, index, null_date, parameters...);
    // A wrong word or shape is wrong for the whole call; a fault of one amount is that element's own.
    if (value.has_error() && value.error().kind == FaultKind::argument) return value.error();
    result.cells()[index] = value.has_error() ? element_fault(value.error()) : std::move(value).value();
  }
  return Answer(std::move(result));
}

inline Answer to_answer(Table table, bool, NullDate) { return table; }
inline Answer to_answer(std::vector<double> numbers, bool as_row, NullDate) {
  std::vector<Value> values(numbers.begin(), numbers.end());
  return as_row ? Table::row(std::move(values)) : Table::column(std::move(values));
}
inline Answer to_answer(const std::vector<std::optional<double>>& numbers, bool as_row, NullDate null_date) {
  std::vector<Value> values;
  for (const auto& number : numbers) values.push_back(to_value(number, null_date));
  return as_row ? Table::row(std::move(values)) : Table::column(std::move(values));
}
inline Answer to_answer(const Matrix<double>& numbers, bool, NullDate) {
  Table table(numbers.rows(), numbers.columns());
  for (std::size_t index = 0; index < numbers.size(); ++index) table.cells()[index] = numbers.cells()[index];
  return table;
}
template <class T>
Answer to_answer(T value, bool, NullDate null_date) requires requires { to_value(value, null_date); } {
  return to_value(std::move(value), null_date);
}

/// Whether an argument is a range of one row, so that a vector result lies down as it does.
bool lies_down(const Argument& argument);

/// A function that takes whole ranges and is called once.
template <class Core, class... Parameters>
Result<Answer> once(Core core, NullDate null_date, bool as_row, const Parameters&... parameters) {
  auto elements = std::make_tuple(parameters.read(0)...);
  std::optional<Fault> fault;
  std::apply(
      [&](const auto&... element) { ((element.has_error() ? void(fault = fault ? fault : element.error()) : void()), ...); },
      elements);
  if (fault) return *fault;
  auto result = std::apply([&](const auto&... element) { return core(*element.value()...); }, elements);
  if (result.has_error()) return result.error();
  return to_answer(std::move(result).value(), as_row, null_date);
}

}  // namespace steward::functions
