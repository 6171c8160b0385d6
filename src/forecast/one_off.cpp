#include "forecast/one_off.hpp"

#include <algorithm>
#include <cmath>

namespace steward::forecast {
namespace {

// Median of the values around t: half a year to both sides, three values without a season.
double level_at(Series x, std::size_t t, std::size_t season) {
  const std::size_t reach = season > 1 ? std::max<std::size_t>(season / 2, 3) : 3;
  const std::size_t first = t >= reach ? t - reach : 0, last = std::min(x.size() - 1, t + reach);
  return median(
      Values(x.begin() + static_cast<std::ptrdiff_t>(first), x.begin() + static_cast<std::ptrdiff_t>(last) + 1));
}

// What the same period of the other years stands above the level: their median, of two the one nearer to nothing.
double usual_excess(const Values& excess, std::size_t t, std::size_t season) {
  if (season < 2) return 0;
  Values others;
  for (std::size_t s = t % season; s < excess.size(); s += season)
    if (s != t) others.push_back(excess[s]);
  if (others.size() == 2) return std::abs(others[0]) < std::abs(others[1]) ? others[0] : others[1];
  return median(others);
}

struct Expectation {
  Values expected, distance;
};

Expectation expect(Series x, std::size_t season) {
  const std::size_t n = x.size();
  Values level(n), excess(n);
  for (std::size_t t = 0; t < n; ++t) {
    level[t] = level_at(x, t, season);
    excess[t] = x[t] - level[t];
  }
  Expectation result{Values(n), Values(n)};
  for (std::size_t t = 0; t < n; ++t) {
    result.expected[t] = level[t] + usual_excess(excess, t, season);
    result.distance[t] = x[t] - result.expected[t];
  }
  return result;
}

// The value that would go on as the two before it have grown.
double continued(double before, double last) {
  return before > 0 && last > 0 ? last * last / before : 2 * last - before;
}

// Whether an end of the history only goes on: a median cannot see beyond it.
bool goes_on(Series x, std::size_t t) {
  const std::size_t n = x.size();
  if (t > 0 && t + 1 < n) return false;
  const double expected = t == 0 ? continued(x[2], x[1]) : continued(x[n - 3], x[n - 2]);
  return std::abs(x[t] - expected) <= 0.5 * std::abs(expected);
}

}  // namespace

std::vector<std::size_t> one_offs(Series x, std::size_t season) {
  const std::size_t n = x.size();
  if (n < std::max<std::size_t>(5, season > 1 ? 2 * season : 0)) return {};
  const Expectation e = expect(x, season);
  Values sizes(n);
  std::ranges::transform(e.distance, sizes.begin(), [](double d) { return std::abs(d); });
  const double usual = median(sizes);
  const auto far = [&](std::size_t t) {
    return sizes[t] > 8 * 1.4826 * usual && sizes[t] > 1.5 * std::abs(e.expected[t]);
  };
  std::vector<std::size_t> result;
  for (std::size_t t = 0; t < n; ++t) {
    const auto same = [&](std::size_t s) { return far(s) && (e.distance[s] > 0) == (e.distance[t] > 0); };
    if (far(t) && !goes_on(x, t) && !(t > 0 && same(t - 1)) && !(t + 1 < n && same(t + 1))) result.push_back(t);
  }
  return result;
}

Values without_one_offs(Series x, std::size_t season, const std::vector<std::size_t>& places) {
  Values result(x.begin(), x.end());
  if (places.empty()) return result;
  const Expectation e = expect(x, season);
  for (const std::size_t t : places) result[t] = e.expected[t];
  return result;
}

}  // namespace steward::forecast
