#include "allocation/spread_hold.hpp"

#include <algorithm>
#include <numeric>

#include "allocation/share.hpp"
#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

Result<std::vector<Money>> share_rest(const Money& rest, std::vector<double> free_values) {
  if (free_values.empty()) {
    if (!rest.is_zero()) return Fault{FaultKind::number, phrase::nothing_left_free, {}};
    return std::vector<Money>();
  }
  if (std::ranges::all_of(free_values, [](double value) { return value == 0; })) std::ranges::fill(free_values, 1.0);
  auto parts = share_signed(rest, free_values);
  if (parts.has_error()) return Fault{FaultKind::number, phrase::no_proportion, {}};
  return parts;
}

}  // namespace

Result<Table> spread_hold(const Table& values, const Table& held, double new_total, int decimals) {
  if (decimals < 0 || decimals > 9) return Fault{FaultKind::number, phrase::not_decimals, {}};
  if (values.rows() != held.rows() || values.columns() != held.columns())
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  STEWARD_TRY(Money rest, Money::from(new_total, decimals));
  STEWARD_TRY(const auto numbers, numbers_in(values));
  STEWARD_TRY(const auto marks, amounts_in(held));
  Table result(values.rows(), values.columns());
  std::vector<double> free_values;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!numbers[i]) continue;
    if (marks[i] == 0) {
      free_values.push_back(*numbers[i]);
      continue;
    }
    STEWARD_TRY(const Money kept, Money::from(*numbers[i], decimals));
    rest -= kept;
    result.cells()[i] = kept.amount(decimals);
  }
  STEWARD_TRY(const auto parts, share_rest(rest, std::move(free_values)));
  auto part = parts.begin();
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i] && marks[i] == 0) result.cells()[i] = (part++)->amount(decimals);
  return result;
}

}  // namespace steward::allocation
