#include "control/tempo.hpp"

#include <algorithm>
#include <map>

#include "money/money.hpp"
#include "numeral.hpp"
#include "ratio.hpp"
#include "words/phrases/budget_functions.gen.hpp"

namespace steward::control {
namespace {

constexpr int decimals = 2;
using Days = std::map<Date, Money>;

Result<Days> spending_by_day(std::span<const std::optional<Date>> dates, std::span<const std::optional<double>> spent) {
  if (dates.size() != spent.size()) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  Days days;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].has_value() != spent[i].has_value()) return Fault{FaultKind::value, phrase::date_without_amount, {}};
    if (!dates[i]) continue;
    STEWARD_TRY(const Money amount, Money::from(*spent[i], decimals));
    days[*dates[i]] += amount;
  }
  return days;
}

Money sum_between(const Days& days, Date first, Date last) {
  Money sum;
  for (const auto& [day, amount] : days)
    if (day >= first && day <= last) sum += amount;
  return sum;
}

// The first day at whose end the budget was used up for good or for the first time.
Date day_reached(const Days& days, Money budget) {
  Money sum;
  for (const auto& [day, amount] : days) {
    sum += amount;
    if (sum >= budget) return day;
  }
  return days.rbegin()->first;
}

}  // namespace

Result<double> underused(double consumed, double budget, double elapsed, double limit) {
  if (elapsed < 0 || elapsed > 1) return Fault{FaultKind::number, phrase::not_a_share, {}};
  if (limit < 0) return Fault{FaultKind::number, phrase::negative_threshold, {}};
  const double expected = through_fifteen_digits(limit * budget * elapsed);
  return decimal_sum({consumed, -expected}) < 0 ? 1.0 : 0.0;
}

Result<double> pace(double actual, double phased_to_date) { return ratio(actual, phased_to_date); }

Result<Date> exhausted(std::span<const std::optional<Date>> dates, std::span<const std::optional<double>> spent, double budget,
                       Date year_end, std::optional<Date> as_of, int window) {
  if (window < 0) return Fault{FaultKind::argument, phrase::negative_window, {}};
  STEWARD_TRY(const Money limit, Money::from(budget, decimals));
  if (limit < Money()) return Fault{FaultKind::number, phrase::negative_budget, {}};
  STEWARD_TRY(Days days, spending_by_day(dates, spent));
  const Fault never{FaultKind::not_available, phrase::never_exhausted, {}};
  if (days.empty()) return never;
  const Date today = as_of.value_or(days.rbegin()->first);
  std::erase_if(days, [&](const auto& day) { return day.first > today; });
  if (days.empty()) return never;
  const Money used = sum_between(days, days.begin()->first, today);
  Date day = today;
  if (used >= limit) {
    day = day_reached(days, limit);
  } else {
    const Date first = window == 0 ? days.begin()->first : today - std::chrono::days(window - 1);
    const Minor in_window = sum_between(days, first, today).minor(), length = (today - first).count() + 1;
    if (in_window <= 0) return never;
    const Minor needed = ((limit - used).minor() * length + in_window - 1) / in_window;
    if (needed > (year_end - today).count()) return never;
    day = today + std::chrono::days(static_cast<int>(needed));
  }
  if (day >= year_end) return never;
  return day;
}

std::optional<double> last_against_average(std::span<const Money> by_period) {
  if (by_period.size() < 2) return std::nullopt;
  Money before;
  for (const Money& one : by_period.first(by_period.size() - 1)) before += one;
  if (before <= Money()) return std::nullopt;
  const double periods = static_cast<double>(by_period.size() - 1);
  return static_cast<double>(by_period.back().minor()) * periods / static_cast<double>(before.minor());
}

}  // namespace steward::control
