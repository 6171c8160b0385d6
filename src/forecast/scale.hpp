#pragma once

#include <algorithm>
#include <cmath>

#include "forecast/season.hpp"
#include "forecast/series.hpp"

namespace steward::forecast {

/// A history on the scale on which models are fitted: season taken out and, when no value is negative, square roots,
/// which lie between amounts that grow by a sum and amounts that grow by a factor.
class Straightened {
 public:
  Straightened(Series x, SeasonalPattern pattern) : pattern_(std::move(pattern)), values_(adjusted(x, pattern_)) {
    rooted_ = std::ranges::min(values_) >= 0;
    if (rooted_)
      for (double& value : values_) value = std::sqrt(value);
  }

  Series values() const { return values_; }
  bool rooted() const { return rooted_; }
  const SeasonalPattern& pattern() const { return pattern_; }

  /// What a value on this scale is in the unit of the history, at time t counted from its first value.
  double amount(double value, std::size_t t) const {
    return pattern_.restored(rooted_ ? std::max(value, 0.0) * std::max(value, 0.0) : value, t);
  }

  /// The same `ahead` periods after its end (0: the next one).
  double back(double value, std::size_t ahead) const { return amount(value, values_.size() + ahead); }
  /// The other way: an amount `ahead` periods after the end, as a value on this scale.
  double forth(double amount, std::size_t ahead) const {
    const double plain = pattern_.removed(amount, values_.size() + ahead);
    return rooted_ ? std::sqrt(std::max(plain, 0.0)) : plain;
  }
  Values back(Values forecast) const {
    for (std::size_t h = 0; h < forecast.size(); ++h) forecast[h] = back(forecast[h], h);
    return forecast;
  }

 private:
  SeasonalPattern pattern_;
  Values values_;
  bool rooted_ = false;
};

}  // namespace steward::forecast
