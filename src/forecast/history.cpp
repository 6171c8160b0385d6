#include "forecast/history.hpp"

#include <algorithm>
#include <cmath>

#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::forecast {
namespace {

// On the line between the neighbours that are known.
double between(Gaps x, std::size_t t) {
  std::size_t before = t, after = t;
  while (!x[before]) --before;
  while (!x[after]) ++after;
  const double share = static_cast<double>(t - before) / static_cast<double>(after - before);
  return *x[before] + share * (*x[after] - *x[before]);
}

std::optional<double> known_or_between(Gaps x, std::size_t t) {
  if (x[t]) return x[t];
  return t > 0 && t + 1 < x.size() ? std::optional(between(x, t)) : std::nullopt;
}

// What a period stood above the line between the periods beside it, a year away.
std::optional<double> excess_at(Gaps x, std::size_t t) {
  if (t == 0 || t + 1 >= x.size() || !x[t]) return {};
  const auto left = known_or_between(x, t - 1), right = known_or_between(x, t + 1);
  return left && right ? std::optional(*x[t] - (*left + *right) / 2) : std::nullopt;
}

double fill(Gaps x, std::size_t t, std::size_t season) {
  double sum = 0, count = 0;
  if (season > 1)
    for (const auto other : {t >= season ? excess_at(x, t - season) : std::nullopt,
                             t + season < x.size() ? excess_at(x, t + season) : std::nullopt})
      if (other) sum += *other, count += 1;
  return between(x, t) + (count > 0 ? sum / count : 0);
}

}  // namespace

Result<History> read_history(Gaps amounts, std::size_t season) {
  History history;
  for (; !amounts.empty() && !amounts.front(); ++history.first) amounts = amounts.subspan(1);
  while (!amounts.empty() && !amounts.back()) amounts = amounts.first(amounts.size() - 1);
  if (amounts.empty()) return Fault{FaultKind::not_available, phrase::no_history, {}};
  bool any_negative = false;
  for (const auto& amount : amounts) {
    if (amount && !std::isfinite(*amount)) return Fault{FaultKind::number, phrase::not_a_number, {numeral(*amount)}};
    any_negative = any_negative || (amount && *amount < 0);
  }
  for (std::size_t t = 0; t < amounts.size(); ++t) {
    const double value = amounts[t] ? *amounts[t] : fill(amounts, t, season);
    history.filled += amounts[t] ? 0 : 1;
    history.values.push_back(amounts[t] || any_negative ? value : std::max(value, 0.0));
  }
  if (2 * history.filled > amounts.size()) return Fault{FaultKind::number, phrase::history_too_blank, {}};
  return history;
}

Result<std::size_t> read_season(int season) {
  if (season < 1 || season > 366) return Fault{FaultKind::number, phrase::season_unusable, {numeral(season)}};
  return static_cast<std::size_t>(season);
}

Result<std::size_t> read_horizon(int horizon) {
  constexpr int longest = 1200;
  if (horizon < 1 || horizon > longest)
    return Fault{FaultKind::number, phrase::horizon_unusable, {numeral(horizon), numeral(longest)}};
  return static_cast<std::size_t>(horizon);
}

Result<double> read_confidence(double confidence) {
  if (!(confidence > 0 && confidence < 1))
    return Fault{FaultKind::number, phrase::confidence_unusable, {numeral(confidence)}};
  return confidence;
}

}  // namespace steward::forecast
