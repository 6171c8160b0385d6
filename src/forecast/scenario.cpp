#include "forecast/scenario.hpp"

#include <algorithm>
#include <optional>

#include "numeral.hpp"
#include "words/keywords.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::forecast {
namespace {

bool is_named(const Value& cell, const std::string& wanted) {
  const auto* text = std::get_if<std::string>(&cell);
  return text && !text->empty() && folded(*text) == wanted;
}

// Scenarios lie in rows when a number stands in the first row, where columns would have their names.
bool lie_in_rows(const Table& factors) {
  for (std::size_t c = 0; c < factors.columns(); ++c)
    if (std::holds_alternative<double>(factors.at(0, c))) return true;
  return factors.rows() == 1;
}

// A scenario is a line across the table: its name, then its factors.
struct Lines {
  const Table& factors;
  bool rows;

  std::size_t count() const { return rows ? factors.rows() : factors.columns(); }
  std::size_t length() const { return rows ? factors.columns() : factors.rows(); }
  const Value& at(std::size_t line, std::size_t place) const {
    return rows ? factors.at(line, place) : factors.at(place, line);
  }
};

std::optional<std::vector<Value>> factors_of(const Lines& lines, const std::string& wanted) {
  for (std::size_t line = 0; line < lines.count(); ++line) {
    if (lines.length() < 2 || !is_named(lines.at(line, 0), wanted)) continue;
    std::vector<Value> found;
    for (std::size_t place = 1; place < lines.length(); ++place) found.push_back(lines.at(line, place));
    return found;
  }
  return {};
}

std::string names_in(const Lines& lines) {
  std::string list;
  for (std::size_t line = 0; line < lines.count(); ++line)
    if (const auto* text = std::get_if<std::string>(&lines.at(line, 0)); text && !text->empty())
      list += (list.empty() ? "" : ", ") + *text;
  return list;
}

Fault not_a_number(const Value& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return {FaultKind::value, phrase::not_a_number, {text ? *text : std::get<CellError>(cell).name}};
}

}  // namespace

Result<Table> scenario(const Table& base, const Table& factors, const std::string& name) {
  if (factors.size() == 0) return Fault{FaultKind::argument, phrase::scenario_unknown, {name, ""}};
  const Lines scenarios{factors, lie_in_rows(factors)};
  const auto cells = factors_of(scenarios, folded(name));
  if (!cells) return Fault{FaultKind::argument, phrase::scenario_unknown, {name, names_in(scenarios)}};
  const bool lying = base.rows() == 1;
  const std::size_t lines = lying ? base.columns() : base.rows();
  if (cells->size() != 1 && cells->size() != lines)
    return Fault{FaultKind::argument,
                 phrase::factors_do_not_fit,
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
