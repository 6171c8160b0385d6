#include "forecast/scenario.hpp"

#include <algorithm>
#include <optional>

#include "numeral.hpp"
#include "words/keywords.hpp"

namespace steward::forecast {
namespace {

bool is_named(const Value& cell, const std::string& wanted) {
  const auto* text = std::get_if<std::string>(&cell);
  return text && !text->empty() && folded(*text) == wanted;
}

// The cells under the name in the first row, or beside it in the first column.
std::optional<std::vector<Value>> cells_of(const Table& factors, const std::string& wanted) {
  std::vector<Value> found;
  for (std::size_t c = 0; c < factors.columns(); ++c) {
    if (factors.rows() < 2 || !is_named(factors.at(0, c), wanted)) continue;
    for (std::size_t r = 1; r < factors.rows(); ++r) found.push_back(factors.at(r, c));
    return found;
  }
  for (std::size_t r = 0; r < factors.rows(); ++r) {
    if (factors.columns() < 2 || !is_named(factors.at(r, 0), wanted)) continue;
    for (std::size_t c = 1; c < factors.columns(); ++c) found.push_back(factors.at(r, c));
    return found;
  }
  return {};
}

// Every text of the first row or, where that holds numbers beside a name, of the first column.
std::string names_in(const Table& factors) {
  const auto listed = [](const std::vector<Value>& cells) {
    std::string list;
    for (const Value& cell : cells)
      if (const auto* text = std::get_if<std::string>(&cell); text && !text->empty())
        list += (list.empty() ? "" : ", ") + *text;
    return list;
  };
  std::vector<Value> row, column;
  bool numbers = false;
  for (std::size_t c = 0; c < factors.columns(); ++c) {
    row.push_back(factors.at(0, c));
    numbers = numbers || std::holds_alternative<double>(row.back());
  }
  for (std::size_t r = 0; r < factors.rows(); ++r) column.push_back(factors.at(r, 0));
  return listed(numbers ? column : row);
}

Fault not_a_number(const Value& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return {FaultKind::value, Phrase::not_a_number, {text ? *text : std::get<CellError>(cell).name}};
}

}  // namespace

Result<Table> scenario(const Table& base, const Table& factors, const std::string& name) {
  const auto cells = factors.size() > 0 ? cells_of(factors, folded(name)) : std::nullopt;
  if (!cells)
    return Fault{FaultKind::argument, Phrase::scenario_unknown, {name, factors.size() > 0 ? names_in(factors) : ""}};
  const bool lying = base.rows() == 1;
  const std::size_t lines = lying ? base.columns() : base.rows();
  if (cells->size() != 1 && cells->size() != lines)
    return Fault{FaultKind::argument,
                 Phrase::factors_do_not_fit,
                 {name, numeral(static_cast<double>(cells->size())), numeral(static_cast<double>(lines))}};
  Table result = base;
  for (std::size_t i = 0; i < result.size(); ++i) {
    Value& amount = result.cells()[i];
    if (is_blank(amount)) continue;
    const std::size_t line = cells->size() == 1 ? 0 : lying ? i : i / base.columns();
    const Value& factor = (*cells)[line];
    if (!std::holds_alternative<double>(amount)) return not_a_number(amount);
    if (is_blank(factor)) continue;
    if (!std::holds_alternative<double>(factor)) return not_a_number(factor);
    amount = std::get<double>(amount) * std::get<double>(factor);
  }
  return result;
}

}  // namespace steward::forecast
