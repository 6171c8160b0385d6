#include "recognise/units.hpp"

#include <algorithm>
#include <array>

namespace steward::recognise {
namespace {

constexpr std::size_t most_lines = 2000;  // looked at: units are told by the first of them

// One word for each currency, however it is written.
std::string plain_unit(const std::string& unit) {
  constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({{"€", "EUR"},
                                                                                       {"eur", "EUR"},
                                                                                       {"euro", "EUR"},
                                                                                       {"euros", "EUR"},
                                                                                       {"£", "GBP"},
                                                                                       {"gbp", "GBP"},
                                                                                       {"$", "USD"},
                                                                                       {"us$", "USD"},
                                                                                       {"usd", "USD"},
                                                                                       {"¥", "CNY"},
                                                                                       {"￥", "CNY"},
                                                                                       {"rmb", "CNY"},
                                                                                       {"cny", "CNY"},
                                                                                       {"元", "CNY"},
                                                                                       {"人民币", "CNY"}});
  const std::string own = folded(unit);
  const auto found = std::ranges::find(words, own, &std::pair<std::string_view, std::string_view>::first);
  return found == words.end() ? unit : std::string(found->second);
}

std::string unit_of(const workbook::Sheet& sheet, int row, int column) {
  const workbook::Cell cell = sheet.at(row, column);
  if (cell.is_text()) {
    const auto amount = intake::read_amount(cell.text);
    return amount ? plain_unit(amount->unit) : std::string();
  }
  const auto shown = sheet.unit.find({row, column});
  return shown == sheet.unit.end() ? std::string() : plain_unit(shown->second);
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::map<std::string, int> units_shown(const Draft& draft, const AmountColumn& column) {
  std::map<std::string, int> units;
  const ColumnFacts* facts = draft.column(column.column);
  if (draft.grid.cells().unit.empty() && facts && facts->text_amounts == 0) return units;
  std::size_t looked = 0;
  for (const Leaf& leaf : draft.table.leaves) {
    if (!counts(column, leaf) || !draft.grid.is_figure(leaf.row, column.column)) continue;
    if (++looked > most_lines) break;
    std::string unit = unit_of(draft.grid.cells(), leaf.row, column.column);
    if (!unit.empty()) units.try_emplace(std::move(unit), leaf.row);
  }
  return units;
}

std::map<std::string, double> rates_answered(const Draft& draft, const AmountColumn& column,
                                             const std::map<std::string, int>& units) {
  std::map<std::string, double> rates;
  const auto answer = answer_to(draft, "unit", draft.block.area.top, column.column);
  if (!answer) return rates;
  for (std::size_t from = 0; from <= answer->size();) {
    const auto end = std::min(answer->find_first_of(",;", from), answer->size());
    const std::string part = answer->substr(from, end - from);
    from = end + 1;
    const auto mark = part.find('=');
    const std::string unit = plain_unit(trimmed(part.substr(0, mark)));
    const auto rate = mark == std::string::npos ? std::nullopt : intake::read_amount(trimmed(part.substr(mark + 1)));
    if (units.contains(unit) && (mark == std::string::npos || (rate && rate->value > 0)))
      rates[unit] = rate ? rate->value : 1;
  }
  return rates;
}

std::optional<double> factor_answered(const Draft& draft, const AmountColumn& column) {
  const auto answer = answer_to(draft, "factor", draft.block.area.top, column.column);
  const auto factor = answer ? intake::read_amount(*answer) : std::nullopt;
  return factor && factor->value > 0 ? std::optional(factor->value) : std::nullopt;
}

std::optional<double> rate_of(const workbook::Sheet& sheet, const AmountColumn& column, int row) {
  if (column.unit_rates.empty()) return 1;
  const std::string unit = unit_of(sheet, row, column.column);
  if (unit.empty()) return 1;
  const auto rate = column.unit_rates.find(unit);
  return rate == column.unit_rates.end() ? std::nullopt : std::optional(rate->second);
}

}  // namespace steward::recognise
