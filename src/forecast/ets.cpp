#include "forecast/ets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "forecast/minimise.hpp"
#include "forecast/season.hpp"

namespace steward::forecast {
namespace {

struct Start {
  double level, slope;
  Values seasonal;
};

struct Weights {
  double alpha, beta, gamma, phi;
};

// Runs the recursions over the history. `on_error(t, forecast, error)` sees each step; states are left at the end.
template <EtsError error_kind, EtsTrend trend, EtsSeason season_kind, class OnError>
void run(Series x, const Weights& w, double& level, double& slope, Values& seasonal, OnError&& on_error) {
  std::size_t at = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    double base = level;
    double damped = 0;
    if constexpr (trend != EtsTrend::none) base += damped = (trend == EtsTrend::damped ? w.phi : 1.0) * slope;
    double season = season_kind == EtsSeason::multiplicative ? 1.0 : 0.0;
    if constexpr (season_kind != EtsSeason::none) season = seasonal[at];
    const double forecast = season_kind == EtsSeason::multiplicative ? base * season : base + season;
    const double error = x[t] - forecast;
    on_error(forecast, error);
    double base_error = error, season_error = error;
    if constexpr (season_kind == EtsSeason::multiplicative) {
      base_error = error / season;
      season_error = error / base;
    }
    level = base + w.alpha * base_error;
    if constexpr (trend != EtsTrend::none) slope = damped + w.beta * base_error;
    if constexpr (season_kind != EtsSeason::none) {
      seasonal[at] = season + w.gamma * season_error;
      if (++at == seasonal.size()) at = 0;
    }
  }
  if (at > 0) std::rotate(seasonal.begin(), seasonal.begin() + static_cast<std::ptrdiff_t>(at), seasonal.end());
}

// Sum of log |forecast| without a logarithm a step: products of eight.
class LogSum {
 public:
  void add(double value) {
    product_ *= std::abs(value);
    if (++count_ == 8) flush();
  }
  double total() {
    flush();
    return sum_;
  }

 private:
  void flush() {
    sum_ += std::log(product_);
    product_ = 1;
    count_ = 0;
  }
  double product_ = 1, sum_ = 0;
  int count_ = 0;
};

template <EtsError error_kind, EtsTrend trend, EtsSeason season_kind>
class Fitter {
 public:
  static constexpr bool has_trend = trend != EtsTrend::none, is_damped = trend == EtsTrend::damped;
  static constexpr bool has_season = season_kind != EtsSeason::none;
  static constexpr std::size_t searched = 2 + (has_trend ? 2 : 0) + (is_damped ? 1 : 0) + (has_season ? 1 : 0);
  using Point = std::array<double, searched>;

  Fitter(Series x, const Start& start) : x_(x), start_(start) {
    spread_ = std::max(mean_change(x, 1), 1e-9 * std::abs(start.level));
  }

  Minimum<searched> search(int evaluations) {
    Point at{}, step{};
    std::array<Bounds, searched> bounds{};
    std::size_t i = 0;
    const auto parameter = [&](double value, double width, Bounds limit) {
      at[i] = value, step[i] = width, bounds[i] = limit;
      ++i;
    };
    parameter(0.3, 0.3, {1e-4, 0.9999});
    parameter(0, 1, {-20, 20});
    if (has_trend) parameter(0.1, 0.3, {1e-4, 0.9999}), parameter(0, 0.1, {-5, 5});
    if (is_damped) parameter(0.95, -0.05, {0.8, 0.98});
    if (has_season) parameter(0.05, 0.2, {1e-4, 0.9999});
    return minimise<searched>([this](const Point& p) { return deviance(p); }, at, step, bounds, evaluations);
  }

  double deviance(const Point& p) {
    State s = unpack(p);
    double squares = 0;
    LogSum logs;
    run<error_kind, trend, season_kind>(x_, s.weights, s.level, s.slope, work_, [&](double forecast, double error) {
      if constexpr (error_kind == EtsError::multiplicative) {
        const double relative = error / forecast;
        squares += relative * relative;
        logs.add(forecast);
      } else {
        squares += error * error;
      }
    });
    const double n = static_cast<double>(x_.size());
    return n * std::log(squares + 1e-30) + (error_kind == EtsError::multiplicative ? 2 * logs.total() : 0);
  }

  EtsModel model(const Minimum<searched>& best) {
    State s = unpack(best.at);
    EtsModel result{{error_kind, trend, season_kind},
                    s.weights.alpha,
                    s.weights.beta,
                    s.weights.gamma,
                    s.weights.phi,
                    s.level,
                    s.slope,
                    {},
                    best.value,
                    0,
                    {}};
    result.errors.reserve(x_.size());
    run<error_kind, trend, season_kind>(x_, s.weights, result.level, result.slope, work_,
                                        [&](double, double error) { result.errors.push_back(error); });
    result.seasonal = work_;
    const double k = static_cast<double>(searched + 1 + (has_season ? start_.seasonal.size() - 1 : 0));
    const double n = static_cast<double>(x_.size());
    result.aicc = best.value + 2 * k + (n - k - 1 > 0 ? 2 * k * (k + 1) / (n - k - 1) : 1e6 * k);
    return result;
  }

 private:
  struct State {
    Weights weights;
    double level, slope;
  };

  State unpack(const Point& p) {
    work_ = start_.seasonal;
    State s{{p[0], 0, 0, 1}, start_.level + p[1] * spread_, 0};
    std::size_t i = 2;
    if (has_trend) {
      s.weights.beta = p[i++] * p[0];
      s.slope = start_.slope + p[i++] * spread_;
    }
    if (is_damped) s.weights.phi = p[i++];
    if (has_season) s.weights.gamma = p[i++] * (1 - p[0]);
    return s;
  }

  Series x_;
  const Start& start_;
  double spread_;
  Values work_;
};

// First states, as the forecast package of R sets them: indices by classical decomposition, then a line through the
// first ten adjusted values.
Start start_of(Series x, std::size_t season, EtsForm form) {
  Start start{0, 0, {}};
  SeasonalPattern pattern = flat_pattern();
  if (form.season != EtsSeason::none) {
    pattern = decompose(x, season, form.season == EtsSeason::multiplicative);
    if (pattern.multiplicative)
      for (double& index : pattern.index) index = std::max(index, 0.01);
    start.seasonal = pattern.index;
  }
  const std::size_t first = std::min(x.size(), std::max<std::size_t>(10, 2 * season));
  const Values begin = adjusted(x.first(first), pattern);
  if (form.trend == EtsTrend::none) {
    start.level = mean(begin);
  } else {
    const Line line = straight_line(begin);
    start.level = line.intercept - line.slope;  // before the first value
    start.slope = line.slope;
    if (std::abs(start.level + start.slope) < 1e-8) start.level += 1e-7;
  }
  return start;
}

template <EtsError E, EtsTrend T, EtsSeason S>
EtsModel fit_form(Series x, std::size_t season, int evaluations) {
  const Start start = start_of(x, season, {E, T, S});
  Fitter<E, T, S> fitter(x, start);
  return fitter.model(fitter.search(evaluations));
}

template <EtsError E, EtsTrend T>
EtsModel fit_season(Series x, std::size_t season, EtsSeason form, int evaluations) {
  switch (form) {
    case EtsSeason::none:
      return fit_form<E, T, EtsSeason::none>(x, season, evaluations);
    case EtsSeason::additive:
      return fit_form<E, T, EtsSeason::additive>(x, season, evaluations);
    default:
      return fit_form<E, T, EtsSeason::multiplicative>(x, season, evaluations);
  }
}

template <EtsError E>
EtsModel fit_trend(Series x, std::size_t season, EtsForm form, int evaluations) {
  switch (form.trend) {
    case EtsTrend::none:
      return fit_season<E, EtsTrend::none>(x, season, form.season, evaluations);
    case EtsTrend::additive:
      return fit_season<E, EtsTrend::additive>(x, season, form.season, evaluations);
    default:
      return fit_season<E, EtsTrend::damped>(x, season, form.season, evaluations);
  }
}

}  // namespace

std::string EtsForm::name() const {
  const auto letter = [](EtsSeason s) { return s == EtsSeason::none ? "N" : s == EtsSeason::additive ? "A" : "M"; };
  const std::string trend_letter = trend == EtsTrend::none ? "N" : trend == EtsTrend::additive ? "A" : "Ad";
  return std::string("ETS(") + (error == EtsError::additive ? "A" : "M") + "," + trend_letter + "," + letter(season) +
         ")";
}

EtsModel fit_ets(Series x, std::size_t season, EtsForm form, int evaluations) {
  return form.error == EtsError::additive ? fit_trend<EtsError::additive>(x, season, form, evaluations)
                                          : fit_trend<EtsError::multiplicative>(x, season, form, evaluations);
}

EtsModel choose_ets(Series x, std::size_t season, int evaluations) {
  const bool positive = std::ranges::all_of(x, [](double value) { return value > 0; });
  const bool seasonal = season > 1 && x.size() >= 2 * season;
  std::optional<EtsModel> best;
  for (const EtsError error : {EtsError::additive, EtsError::multiplicative})
    for (const EtsSeason form : {EtsSeason::none, EtsSeason::additive, EtsSeason::multiplicative})
      for (const EtsTrend trend : {EtsTrend::none, EtsTrend::additive, EtsTrend::damped}) {
        if (!positive && (error == EtsError::multiplicative || form == EtsSeason::multiplicative)) continue;
        if (error == EtsError::additive && form == EtsSeason::multiplicative) continue;
        if (form != EtsSeason::none && !seasonal) continue;
        EtsModel model = fit_ets(x, season, {error, trend, form}, evaluations);
        if (!best || model.aicc < best->aicc) best = std::move(model);
      }
  return *best;
}

Values forecast_ets(const EtsModel& model, std::size_t horizon) {
  Values result(horizon);
  double damping = 1, slope = 0;
  for (std::size_t h = 0; h < horizon; ++h) {
    if (model.form.trend == EtsTrend::damped) damping *= model.phi;
    if (model.form.trend != EtsTrend::none) slope += damping * model.slope;
    result[h] = model.level + slope;
    if (model.form.season == EtsSeason::none) continue;
    const double index = model.seasonal[h % model.seasonal.size()];
    result[h] = model.form.season == EtsSeason::multiplicative ? result[h] * index : result[h] + index;
  }
  return result;
}

}  // namespace steward::forecast
