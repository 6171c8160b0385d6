#include "forecast/intermittent.hpp"

#include <algorithm>

namespace steward::forecast {
namespace {

constexpr double smoothing = 0.1;

std::vector<std::size_t> amounts_at(Series x) {
  std::vector<std::size_t> places;
  for (std::size_t t = 0; t < x.size(); ++t)
    if (x[t] != 0) places.push_back(t);
  return places;
}

std::optional<std::size_t> even_distance(const std::vector<std::size_t>& places) {
  if (places.size() < 3) return {};
  const std::size_t distance = places[1] - places[0];
  for (std::size_t i = 2; i < places.size(); ++i)
    if (places[i] - places[i - 1] != distance) return {};
  return distance;
}

}  // namespace

bool is_intermittent(Series x) {
  const auto zeros = static_cast<std::size_t>(std::ranges::count(x, 0.0));
  return 3 * zeros >= x.size() && zeros < x.size() && std::ranges::min(x) >= 0;
}

std::optional<std::size_t> lump_cycle(Series x, std::size_t season) {
  const auto places = amounts_at(x);
  const auto distance = even_distance(places);
  // An even distance counts only while it goes on: the next amount must not be overdue.
  if (distance && *distance > 1 && x.size() - places.back() <= *distance) return distance;
  if (season < 2 || x.size() < season) return {};
  for (std::size_t t = season; t < x.size(); ++t)
    if ((x[t] == 0) != (x[t - season] == 0)) return {};
  const bool seen_twice = x.size() >= 2 * season, few = 4 * places.size() <= x.size();
  return seen_twice || few ? std::optional(season) : std::nullopt;
}

double croston_level(Series x) {
  double size = 0, interval = 0, since = 0;
  bool met = false;
  for (const double value : x) {
    since += 1;
    if (value == 0) continue;
    size = met ? size + smoothing * (value - size) : value;
    interval = met ? interval + smoothing * (since - interval) : since;
    met = true;
    since = 0;
  }
  return met ? (1 - smoothing / 2) * size / interval : 0;
}

double fading_level(Series x) {
  const auto places = amounts_at(x);
  if (places.empty()) return 0;
  double probability = static_cast<double>(places.size()) / static_cast<double>(x.size()), size = 0;
  for (const std::size_t t : places) size += x[t] / static_cast<double>(places.size());
  for (const double value : x) {
    probability += smoothing * ((value != 0 ? 1.0 : 0.0) - probability);
    if (value != 0) size += smoothing * (value - size);
  }
  return probability * size;
}

}  // namespace steward::forecast
