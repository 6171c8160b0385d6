#include "variance/pvm.hpp"

#include <array>
#include <string>
#include <vector>

#include "cells.hpp"
#include "money/money.hpp"
#include "variance/natures.hpp"
#include "variance/variance.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::variance {
namespace {

constexpr int decimals = 2;

struct Item {
  double base_qty, base_price, actual_qty, actual_price;
  bool continues() const { return base_qty != 0 && actual_qty != 0; }
};

// The amounts of one row between label and flag, in the order of the columns.
struct Row {
  Money base, price, mix, quantity, launched, discontinued, actual;

  Row& operator+=(const Row& other) {
    base += other.base, price += other.price, mix += other.mix, quantity += other.quantity;
    launched += other.launched, discontinued += other.discontinued, actual += other.actual;
    return *this;
  }
  std::vector<Value> shown(Value label, std::string flag) const {
    std::vector<Value> cells{std::move(label)};
    for (const Money& amount : {base, price, mix, quantity, launched, discontinued, actual})
      cells.emplace_back(amount.amount(decimals));
    cells.emplace_back(std::move(flag));
    return cells;
  }
};

// How much larger or smaller all continuing items together became; 0 when there is no base mix to speak of.
std::optional<double> growth_of(const std::vector<Item>& items) {
  double base = 0, actual = 0;
  for (const Item& item : items) {
    if (!item.continues()) continue;
    base += item.base_qty;
    actual += item.actual_qty;
  }
  return base == 0 ? std::nullopt : std::optional(actual / base);
}

Result<Row> row_of(const Item& item, const std::optional<double>& growth) {
  Row row;
  STEWARD_TRY(row.base, Money::from(item.base_qty * item.base_price, decimals));
  STEWARD_TRY(row.actual, Money::from(item.actual_qty * item.actual_price, decimals));
  const Money change = row.actual - row.base;
  if (!item.continues()) {
    (item.base_qty == 0 ? row.launched : row.discontinued) = change;
    return row;
  }
  STEWARD_TRY(row.price, Money::from((item.actual_price - item.base_price) * item.actual_qty, decimals));
  if (growth) {
    const double at_base_mix = item.base_qty * *growth;
    STEWARD_TRY(row.mix, Money::from((item.actual_qty - at_base_mix) * item.base_price, decimals));
  }
  row.quantity = change - row.price - row.mix;
  return row;
}

Result<std::vector<Item>> items_of(const Table& base_qty, const Table& base_price, const Table& actual_qty,
                                   const Table& actual_price) {
  STEWARD_TRY(const auto from, amounts_in(base_qty));
  STEWARD_TRY(const auto old_price, amounts_in(base_price));
  STEWARD_TRY(const auto to, amounts_in(actual_qty));
  STEWARD_TRY(const auto new_price, amounts_in(actual_price));
  std::vector<Item> items;
  for (std::size_t i = 0; i < from.size(); ++i) items.push_back({from[i], old_price[i], to[i], new_price[i]});
  return items;
}

}  // namespace

Result<Table> pvm(const Table& label, const Table& base_qty, const Table& base_price, const Table& actual_qty,
                  const Table& actual_price, const std::optional<Table>& nature) {
  for (const Table* range : {&base_qty, &base_price, &actual_qty, &actual_price}) {
    STEWARD_TRY(same_size(*range, label.size()));
  }
  STEWARD_TRY(const auto natures, natures_of(nature, label.size()));
  STEWARD_TRY(const auto items, items_of(base_qty, base_price, actual_qty, actual_price));
  const auto growth = growth_of(items);
  Table table;
  Row total;
  Money favourable;
  bool takes_sides = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    STEWARD_TRY(const Row row, row_of(items[i], growth));
    const Money gain = sign_of_rise(natures[i]) > 0 ? row.actual - row.base : row.base - row.actual;
    table.append(row.shown(label.cells()[i], flag_of(gain.amount(decimals), natures[i])));
    total += row;
    if (natures[i] == Nature::statistical) continue;
    favourable += gain;
    takes_sides = true;
  }
  const Nature of_total = takes_sides ? Nature::expense : Nature::statistical;
  const std::string name(text(phrase::total_row, language_of(label)));
  table.append(total.shown(name, flag_of(favourable.amount(decimals), of_total)));
  return table;
}

}  // namespace steward::variance
