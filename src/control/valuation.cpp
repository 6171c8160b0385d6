#include "control/valuation.hpp"

#include <cmath>

#include "numeral.hpp"
#include "words/keywords.hpp"
#include "words/phrases/control.gen.hpp"

namespace steward::control {
namespace {

constexpr long long parts_of_one = 1'000'000'000;

long long in_parts(double number) {
  return std::llround(number * static_cast<double>(parts_of_one));
}

}  // namespace

Money scaled(Money amount, double factor) {
  const Minor product = amount.minor() * Minor(in_parts(factor));
  const Minor size = product < 0 ? Minor(-product) : product;
  const Minor rounded = (2 * size + parts_of_one) / (2 * Minor(parts_of_one));
  return Money(product < 0 ? Minor(-rounded) : rounded);
}

void RateTable::add(std::string_view currency, Date since, double rate) {
  rates_[folded(currency)][since] = rate;
}

bool RateTable::knows(std::string_view currency) const {
  return rates_.contains(folded(currency));
}

std::optional<double> RateTable::at(std::string_view currency, Date day, std::optional<int> most_days) const {
  const auto dated = rates_.find(folded(currency));
  if (dated == rates_.end()) return std::nullopt;
  const auto after = dated->second.upper_bound(day);
  if (after == dated->second.begin()) return std::nullopt;
  const auto& [since, rate] = *std::prev(after);
  if (most_days && (day - since).count() > *most_days) return std::nullopt;
  return rate;
}

Outcome value(ledger::Posting& posting, bool has_amount, const RateTable& rates, const Policy& policy) {
  const bool is_local = posting.currency.empty() || folded(posting.currency) == folded(policy.currency);
  const Money recovered = posting.tax ? scaled(*posting.tax, policy.recoverable_tax) : Money();
  if (is_local) {
    if (posting.entered && !has_amount) posting.amount = *posting.entered;
    if (!recovered.is_zero() && !posting.entered) posting.entered = posting.amount;
    posting.amount -= recovered;
    return success();
  }
  const auto known = rates.at(posting.currency, posting.day, policy.rate_age);
  const std::string currency(posting.currency);
  if (rates.knows(currency) && !known) return refused(phrase::rate_missing, {currency});
  if (known && posting.rate && in_parts(*known) != in_parts(*posting.rate))
    return refused(phrase::rate_differs, {currency, numeral(*posting.rate), numeral(*known)});
  if (known) posting.rate = known;
  if (!posting.rate || *posting.rate <= 0) return refused(phrase::rate_missing, {currency});
  const std::optional<Money> stated = posting.entered && has_amount ? std::optional(posting.amount) : std::nullopt;
  if (!posting.entered) posting.entered = posting.amount;
  posting.amount = scaled(*posting.entered - recovered, *posting.rate);
  if (stated && *stated != posting.amount)
    return refused(phrase::amounts_disagree, {stated->text(policy.decimals), posting.amount.text(policy.decimals)});
  return success();
}

}  // namespace steward::control
