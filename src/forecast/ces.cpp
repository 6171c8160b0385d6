#include "forecast/ces.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/minimise.hpp"
#include "forecast/season.hpp"

namespace steward::forecast {
namespace {

using Pair = CesModel::Pair;

void step(Pair& pair, double error, double a0, double a1) {
  const double level = pair.level - (1 - a1) * pair.potential + (a0 - a1) * error;
  pair.potential = pair.level + (1 - a0) * pair.potential + (a0 + a1) * error;
  pair.level = level;
}

struct State {
  Pair base;
  std::vector<Pair> seasonal;
};

// One pass over the series, forwards or back; `at` is the place of the first period in the seasonal states.
template <bool has_season, class OnError>
void pass(Series x, State& s, const std::array<double, 4>& p, bool forwards, OnError&& on_error) {
  const std::size_t n = x.size(), m = s.seasonal.size();
  std::size_t at = 0;
  if (has_season && !forwards) at = (n - 1) % m;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = x[forwards ? i : n - 1 - i];
    double forecast = s.base.level;
    if constexpr (has_season) forecast += s.seasonal[at].level;
    const double error = value - forecast;
    on_error(error);
    step(s.base, error, p[0], p[1]);
    if constexpr (has_season) {
      step(s.seasonal[at], error, p[2], p[3]);
      if (forwards)
        at = at + 1 == m ? 0 : at + 1;
      else
        at = at == 0 ? m - 1 : at - 1;
    }
  }
}

// The stability region of the pair, eq. 14 of the paper.
bool stable(double a0, double a1) {
  const auto distance = [&](double x, double y) { return (a0 - x) * (a0 - x) + (a1 - y) * (a1 - y); };
  return distance(2.5, 0) > 1.25 && distance(0.5, 1) > 0.25 && distance(1.5, 0.5) < 1.5;
}

template <bool has_season>
class Fitter {
 public:
  static constexpr std::size_t searched = has_season ? 4 : 2;
  using Point = std::array<double, searched>;

  Fitter(Series x, std::size_t season) : x_(x) {
    const std::size_t first = std::min(x.size(), std::max<std::size_t>(10, season));
    start_.base.level = mean(x.first(first));
    start_.base.potential = start_.base.level / 1.1;
    if (!has_season) return;
    for (const double index : decompose(x, season, false).index) start_.seasonal.push_back({index, index / 1.1});
  }

  Minimum<searched> search(int evaluations) {
    Point at, width;
    std::array<Bounds, searched> bounds;
    for (std::size_t i = 0; i < searched; ++i) {
      at[i] = i % 2 == 0 ? 1.3 : 1.0;
      width[i] = i % 2 == 0 ? 0.3 : -0.1;
      bounds[i] = {-1, 3};
    }
    return minimise<searched>([this](const Point& p) { return squares(p); }, at, width, bounds, evaluations);
  }

  double squares(const Point& point) {
    const auto p = spread(point);
    if (!stable(p[0], p[1]) || (has_season && !stable(p[2], p[3]))) return 1e300;
    settle(p);
    double sum = 0;
    pass<has_season>(x_, work_, p, true, [&](double error) { sum += error * error; });
    return sum;
  }

  CesModel model(const Minimum<searched>& best) {
    CesModel result{spread(best.at), {}, {}, best.value, 0, {}};
    settle(result.parameters);
    pass<has_season>(x_, work_, result.parameters, true, [&](double error) { result.errors.push_back(error); });
    result.base = work_.base;
    result.seasonal = work_.seasonal;
    if (has_season)
      std::rotate(result.seasonal.begin(),
                  result.seasonal.begin() + static_cast<std::ptrdiff_t>(x_.size() % result.seasonal.size()),
                  result.seasonal.end());
    const double n = static_cast<double>(x_.size()), k = static_cast<double>(searched + 1);
    result.aicc = n * std::log(best.value + 1e-30) + 2 * k + (n - k - 1 > 0 ? 2 * k * (k + 1) / (n - k - 1) : 1e6);
    return result;
  }

 private:
  static std::array<double, 4> spread(const Point& point) {
    std::array<double, 4> p{};
    std::ranges::copy(point, p.begin());
    return p;
  }

  void settle(const std::array<double, 4>& p) {
    work_ = start_;
    pass<has_season>(x_, work_, p, true, [](double) {});
    pass<has_season>(x_, work_, p, false, [](double) {});
  }

  Series x_;
  State start_, work_;
};

}  // namespace

CesModel fit_ces(Series x, std::size_t season, int evaluations) {
  if (season > 1 && x.size() >= 2 * season) {
    Fitter<true> fitter(x, season);
    return fitter.model(fitter.search(evaluations));
  }
  Fitter<false> fitter(x, 1);
  return fitter.model(fitter.search(evaluations));
}

Values forecast_ces(CesModel model, std::size_t horizon) {
  Values result(horizon);
  for (std::size_t h = 0; h < horizon; ++h) {
    result[h] = model.base.level;
    if (!model.seasonal.empty()) {
      Pair& season = model.seasonal[h % model.seasonal.size()];
      result[h] += season.level;
      step(season, 0, model.parameters[2], model.parameters[3]);
    }
    step(model.base, 0, model.parameters[0], model.parameters[1]);
  }
  return result;
}

}  // namespace steward::forecast
