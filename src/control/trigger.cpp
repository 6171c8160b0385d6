#include "control/trigger.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "comparison.hpp"
#include "control/valuation.hpp"

namespace steward::control {
namespace {

double plain(Money money) {
  return static_cast<double>(money.minor());
}

// part / base in one division, so that 150 of 1,000 is the 0.15 that was typed.
std::optional<double> share(Money part, const std::optional<Money>& base) {
  if (!base || base->is_zero()) return std::nullopt;
  return plain(part) / plain(abs(*base));
}

std::optional<double> unit_cost(const Measured& measured, int decimals) {
  if (!measured.units) return std::nullopt;
  if (*measured.units != 0) return measured.spent.amount(decimals) / *measured.units;
  if (measured.spent <= Money()) return std::nullopt;
  return std::numeric_limits<double>::infinity();
}

std::optional<double> multiple(const Measured& measured, int decimals) {
  if (measured.spent <= Money()) return std::nullopt;
  return measured.units.value_or(measured.earned.amount(decimals)) / measured.spent.amount(decimals);
}

// What came in, where it is about revenue, else what went out.
Money actual_of(const Measured& measured) {
  return measured.has_revenue ? measured.earned : measured.spent;
}

std::optional<double> attainment(const Measured& measured) {
  if (!measured.units) return share(actual_of(measured), measured.budget);
  if (!measured.planned || *measured.planned == 0) return std::nullopt;
  return *measured.units / *measured.planned;
}

// Something consumed of no budget is above every limit.
std::optional<double> used(const Measured& measured) {
  if (!measured.budget) return std::nullopt;
  if (measured.budget->is_zero() && measured.consumed > Money()) return std::numeric_limits<double>::infinity();
  return share(measured.consumed, measured.budget);
}

std::optional<double> difference(Money from, const std::optional<Money>& base) {
  return base ? share(from - *base, base) : std::nullopt;
}

std::optional<double> without_sign(std::optional<double> value) {
  return value ? std::optional(std::abs(*value)) : value;
}

}  // namespace

std::optional<Money> flexed_budget(const Measured& measured, Money fixed) {
  if (!measured.budget || !measured.units || !measured.planned || *measured.planned == 0) return std::nullopt;
  return fixed + scaled(*measured.budget - fixed, *measured.units / *measured.planned);
}

std::optional<double> value_of(Metric metric, const Measured& measured, Money fixed, int decimals) {
  switch (metric) {
    case Metric::unit_cost:
      return unit_cost(measured, decimals);
    case Metric::multiple:
      return multiple(measured, decimals);
    case Metric::attainment:
      return attainment(measured);
    case Metric::used:
      return used(measured);
    case Metric::execution:
      return share(measured.spent, measured.budget);
    case Metric::pace:
      return share(measured.spent_to_date, measured.to_date);
    case Metric::available:
      return measured.available ? std::optional(measured.available->amount(decimals)) : std::nullopt;
    case Metric::actual:
      return actual_of(measured).amount(decimals);
    case Metric::consumed:
      return measured.consumed.amount(decimals);
    case Metric::deviation:
      return difference(actual_of(measured), measured.budget);
    case Metric::off_forecast:
      return without_sign(difference(actual_of(measured), measured.forecast));
    case Metric::flexed:
      if (const auto flexed = flexed_budget(measured, fixed)) return without_sign(difference(*flexed, measured.budget));
      return std::nullopt;
    case Metric::scenario:
      return measured.is_in_scenario ? 1.0 : 0.0;
  }
  return std::nullopt;
}

bool is_met(const Trigger& trigger, std::span<const std::optional<double>> values) {
  const auto needed = static_cast<std::size_t>(std::max(trigger.periods, 1));
  if (values.size() < needed) return false;
  return std::ranges::all_of(values.last(needed), [&](const std::optional<double>& value) {
    return value && compares(*value, trigger.comparison, trigger.limit);
  });
}

}  // namespace steward::control
