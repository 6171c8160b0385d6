#pragma once

#include "money/money.hpp"
#include "question/reading.hpp"

namespace steward::question {

/// The months a question asks about, settled: year 0 where the table has none, months 0 for all of its days.
struct Window {
  int year = 0;
  unsigned months = 0;
  bool holds(const Span& span) const;
  /// Whether a figure lies partly inside and partly outside, so that it cannot be told how much of it is meant.
  bool cuts(const Span& span) const;
};

/// Settles what a question says about time against the as-of date and the years of the table. Faults: not_available when
/// it needs an as-of date that was not given, or when the table has several years and none is meant.
Result<Window> window_of(const Time& time, const Facts& facts, std::optional<Date> as_of);

/// Adds up the figures of some lines within a window. Amounts are counted in cents.
class Sums {
 public:
  Sums(const Facts& facts, Window window) : facts_(facts), window_(window) {}

  /// A measure over lines: an amount, or a share where the measure is one. Expense and revenue are never added up:
  /// variance alone adds favourable amounts of both. Nothing where a share has no base (x/0). Faults: not_available when
  /// the table does not hold a figure that is needed, or only for longer periods.
  Result<std::optional<double>> of(Measure measure, const std::vector<std::size_t>& lines) const;

 private:
  Result<Money> stored(Measure measure, const std::vector<std::size_t>& lines) const;
  Result<Money> amount(Measure measure, const std::vector<std::size_t>& lines) const;
  Result<Money> variance(const std::vector<std::size_t>& lines) const;
  Result<Money> consumed(const std::vector<std::size_t>& lines) const;

  const Facts& facts_;
  Window window_;
};

}  // namespace steward::question
