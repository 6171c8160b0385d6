#include "variance/natures.hpp"

#include "cells.hpp"
#include "numeral.hpp"

namespace steward::variance {
namespace {

Result<Nature> nature_in(const Value& cell) {
  if (is_blank(cell)) return Nature::expense;
  const auto* text = std::get_if<std::string>(&cell);
  const auto* number = std::get_if<double>(&cell);
  return read_keyword<Nature>(text ? *text : number ? numeral(*number) : std::get<CellError>(cell).name);
}

}  // namespace

Result<std::vector<Nature>> natures_of(const std::optional<Table>& given, std::size_t count) {
  if (!given) return std::vector<Nature>(count, Nature::expense);
  std::vector<Nature> natures;
  for (const Value& cell : given->cells()) {
    STEWARD_TRY(const Nature nature, nature_in(cell));
    natures.push_back(nature);
  }
  if (natures.size() == 1) return std::vector<Nature>(count, natures.front());
  STEWARD_TRY(same_size(*given, count));
  return natures;
}

}  // namespace steward::variance
