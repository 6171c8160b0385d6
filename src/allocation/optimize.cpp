#include "allocation/optimize.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "allocation/response.hpp"
#include "cells.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::allocation {
namespace {

struct Channel {
  Curve curve;
  double lowest = 0, highest = 0;
  double spend_at(double marginal) const { return std::clamp(curve.spend_at(marginal), lowest, highest); }
};

Result<std::vector<Channel>> channels_in(const Table& parameters, ResponseCurve form) {
  if (parameters.columns() < 2 || parameters.rows() == 0) return Fault{FaultKind::argument, phrase::no_curve, {}};
  std::vector<Channel> channels;
  for (std::size_t row = 0; row < parameters.rows(); ++row) {
    STEWARD_TRY(const auto a, number_in(parameters.at(row, 0)));
    STEWARD_TRY(const auto b, number_in(parameters.at(row, 1)));
    const bool needs_a = form != ResponseCurve::logarithm;
    if (!a || !b || (needs_a && *a <= 0) || *b <= 0 || (form == ResponseCurve::power && *b >= 1))
      return Fault{FaultKind::number, phrase::no_curve, {}};
    channels.push_back({{form, *a, *b}});
  }
  return channels;
}

Result<std::vector<double>> bounds_in(const std::optional<Table>& given, std::size_t count, double otherwise) {
  std::vector<double> bounds(count, otherwise);
  if (!given) return bounds;
  if (given->size() != 1) {
    STEWARD_TRY(same_size(*given, count));
  }
  STEWARD_TRY(const auto numbers, numbers_in(*given));
  for (std::size_t i = 0; i < count; ++i) bounds[i] = numbers[numbers.size() == 1 ? 0 : i].value_or(otherwise);
  return bounds;
}

Outcome bound(std::vector<Channel>& channels, double total, const std::optional<Table>& minimum,
              const std::optional<Table>& maximum) {
  STEWARD_TRY(const auto lowest, bounds_in(minimum, channels.size(), 0));
  STEWARD_TRY(const auto highest, bounds_in(maximum, channels.size(), total));
  double least = 0, most = 0;
  bool fits = total >= 0;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    channels[i].lowest = lowest[i];
    channels[i].highest = std::max(lowest[i], std::min(highest[i], total));
    fits = fits && lowest[i] >= 0 && highest[i] >= lowest[i];
    least += channels[i].lowest;
    most += channels[i].highest;
  }
  const double slack = 1e-9 * std::max(1.0, total);
  if (!fits || least > total + slack || most < total - slack)
    return Fault{FaultKind::number, phrase::bounds_do_not_fit, {}};
  return success();
}

// The spends at the marginal return at which they add up to the total: they fall as it rises, so it is found by
// halving.
std::vector<double> spends_of(const std::vector<Channel>& channels, double total) {
  double low = -690, high = 690;  // the logarithms of the smallest and largest double
  std::vector<double> spends(channels.size());
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    std::ranges::transform(channels, spends.begin(), [&](const Channel& c) { return c.spend_at(std::exp(middle)); });
    (std::accumulate(spends.begin(), spends.end(), 0.0) > total ? low : high) = middle;
  }
  double left = total - std::accumulate(spends.begin(), spends.end(), 0.0);
  for (std::size_t i = 0; i < spends.size(); ++i) {
    const double adjusted = std::clamp(spends[i] + left, channels[i].lowest, channels[i].highest);
    left -= adjusted - spends[i];
    spends[i] = adjusted;
  }
  return spends;
}

}  // namespace

Result<Table> optimize(double total, const Table& parameters, const std::optional<Table>& present,
                       const std::optional<Table>& minimum, const std::optional<Table>& maximum, ResponseCurve curve) {
  STEWARD_TRY(auto channels, channels_in(parameters, curve));
  STEWARD_TRY(bound(channels, total, minimum, maximum));
  std::vector<std::optional<double>> now(channels.size());
  if (present) {
    STEWARD_TRY(same_size(*present, channels.size()));
    STEWARD_TRY(now, numbers_in(*present));
  }
  const auto spends = spends_of(channels, total);
  Table table;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const Curve& each = channels[i].curve;
    std::vector<Value> row{spends[i], each.result(spends[i]), each.marginal(spends[i]), Blank{}, Blank{}};
    if (now[i]) {
      row[3] = *now[i];
      row[4] = each.result(*now[i]);
    }
    if (!std::isfinite(std::get<double>(row[1])) || (now[i] && !std::isfinite(std::get<double>(row[4]))))
      return Fault{FaultKind::number, phrase::no_curve, {}};
    if (!std::isfinite(std::get<double>(row[2]))) row[2] = Blank{};  // a curve that starts upright
    table.append(std::move(row));
  }
  return table;
}

}  // namespace steward::allocation
