#include "forecast/landing.hpp"

#include <algorithm>
#include <cmath>

#include "forecast/normal.hpp"
#include "forecast/pace.hpp"
#include "forecast/paths.hpp"
#include "forecast/random.hpp"
#include "numeral.hpp"
#include "words/phrases/forecast.gen.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::forecast {
namespace {

using Amounts = std::vector<std::optional<double>>;

constexpr std::size_t path_count = 2000;
constexpr unsigned path_seed = 1;

double sum_of(Gaps amounts) {
  double sum = 0;
  for (const auto& amount : amounts) sum += amount.value_or(0);
  return sum;
}

// The rest of the year: what is expected of each open period, and paths it may take.
struct Rest {
  Values expected;
  Matrix<double> paths;
};

// With the budget as shape: the relative scatter of the closed periods around it stays with each period, and the error
// of their mean with all of them. One period tells nothing of scatter: a quarter is assumed.
Result<Rest> rest_by_budget(const Year& year, const Values& closed_amounts) {
  Values planned;
  for (std::size_t t = 0; t < year.periods; ++t) planned.push_back(year.budget[t].value_or(0));
  const Series so_far = Series(planned).first(year.closed);
  STEWARD_TRY(const double factor, pace_after(closed_amounts, so_far));
  const double k = static_cast<double>(year.closed), scatter = scatter_around(closed_amounts, so_far);
  Rest rest{{}, Matrix<double>(path_count, year.periods - year.closed)};
  for (std::size_t t = year.closed; t < year.periods; ++t) rest.expected.push_back(factor * planned[t]);
  Random random(path_seed);
  for (std::size_t path = 0; path < path_count; ++path) {
    const double level = scatter / std::sqrt(k + 1) * normal_quantile(random.share());
    for (std::size_t h = 0; h < rest.expected.size(); ++h)
      rest.paths.at(path, h) = rest.expected[h] * std::max(0.0, 1 + level + scatter * normal_quantile(random.share()));
  }
  return rest;
}

Rest rest_by_history(const Values& history, const Year& year) {
  const Outlook outlook = look_ahead(history, year.periods, year.periods - year.closed);
  return {outlook.forecast, possible_paths(outlook, path_count, path_seed)};
}

// Lifts amounts of open periods to what has come in and is committed, and the year to all of it.
class Floor {
 public:
  Floor(const Year& year, bool negative) : negative_(negative), known_(sum_of(year.actuals)) {
    const bool by_period = year.committed.size() == year.periods && year.periods > 1;
    double committed = 0;
    for (std::size_t t = 0; t < year.committed.size(); ++t)
      if (!by_period || t >= year.closed) committed += year.committed[t].value_or(0);
    least_ = known_ + committed;
    for (std::size_t t = year.closed; t < year.periods; ++t) {
      std::optional<double> least = t < year.actuals.size() ? year.actuals[t] : std::nullopt;
      if (by_period && year.committed[t]) least = least.value_or(0) + *year.committed[t];
      open_.push_back(least);
    }
  }
  double period(double amount, std::size_t open) const { return open_[open] ? further(amount, *open_[open]) : amount; }
  double year(double total) const { return further(total, least_); }

 private:
  double further(double amount, double floor) const {
    return negative_ ? std::min(amount, floor) : std::max(amount, floor);
  }
  bool negative_;
  double known_, least_ = 0;
  std::vector<std::optional<double>> open_;
};

double year_total(double closed_sum, const Floor& floor, const double* rest, std::size_t count) {
  double total = closed_sum;
  for (std::size_t h = 0; h < count; ++h) total += floor.period(rest[h], h);
  return floor.year(total);
}

}  // namespace

Result<Landing> land(const Year& year, double confidence) {
  Amounts known(year.prior_years);
  known.insert(known.end(), year.actuals.begin(), year.actuals.begin() + static_cast<std::ptrdiff_t>(year.closed));
  const auto read = read_history(known, year.periods);
  const bool by_budget = !year.budget.empty() && (read.has_error() || read.value().values.size() < year.periods);
  if (read.has_error() && !(by_budget && read.error().kind == FaultKind::not_available)) return read.error();
  const Values history = read.has_error() ? Values() : read.value().values;
  const std::size_t of_this_year = std::min(year.closed, history.size());
  const Values closed_amounts(history.end() - static_cast<std::ptrdiff_t>(of_this_year), history.end());
  const double closed_sum = mean(closed_amounts) * static_cast<double>(of_this_year);
  const bool negative = !history.empty() && std::ranges::max(history) <= 0 && std::ranges::min(history) < 0;
  const Floor floor(year, negative);
  const std::size_t open = year.periods - year.closed;
  if (open == 0) return Landing{floor.year(closed_sum), Values{floor.year(closed_sum), floor.year(closed_sum)}};
  Rest rest;
  if (by_budget) {
    STEWARD_TRY(rest, rest_by_budget(year, closed_amounts));
  } else {
    rest = rest_by_history(history, year);
  }
  Landing result{year_total(closed_sum, floor, rest.expected.data(), open), {}};
  if (by_budget && year.closed == 0) return result;
  Values totals(path_count);
  for (std::size_t path = 0; path < path_count; ++path)
    totals[path] = year_total(closed_sum, floor, &rest.paths.at(path, 0), open);
  std::ranges::sort(totals);
  result.bounds = Values{std::min(quantile(totals, (1 - confidence) / 2), result.estimate),
                         std::max(quantile(totals, (1 + confidence) / 2), result.estimate)};
  return result;
}

Result<Table> landing(Gaps actuals, const std::optional<Amounts>& prior_years, const std::optional<Amounts>& budget,
                      int periods, std::optional<int> closed, const std::optional<Amounts>& committed,
                      double confidence) {
  STEWARD_TRY(const std::size_t count, read_season(periods));
  STEWARD_TRY(const double share, read_confidence(confidence));
  std::size_t last = actuals.size();
  while (last > 0 && !actuals[last - 1]) --last;
  const int complete = closed.value_or(static_cast<int>(last));
  if (complete < 0 || complete > periods || static_cast<std::size_t>(complete) > actuals.size() || last > count)
    return Fault{FaultKind::number,
                 phrase::closed_unusable,
                 {numeral(complete), numeral(static_cast<double>(last)), numeral(periods)}};
  Year year{count,
            static_cast<std::size_t>(complete),
            Amounts(actuals.begin(), actuals.end()),
            prior_years.value_or(Amounts()),
            budget.value_or(Amounts()),
            committed.value_or(Amounts())};
  if (!year.budget.empty() && year.budget.size() < count)
    return Fault{FaultKind::number,
                 phrase::profile_too_short,
                 {"budget", numeral(static_cast<double>(year.budget.size())), numeral(periods)}};
  if (year.committed.size() > 1 && year.committed.size() != count)
    return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  STEWARD_TRY(const Landing result, land(year, share));
  const auto bound = [&](std::size_t i) { return result.bounds ? Value((*result.bounds)[i]) : Value(Blank()); };
  Table row(1, 3);
  row.at(0, 0) = result.estimate;
  row.at(0, 1) = bound(0);
  row.at(0, 2) = bound(1);
  return row;
}

}  // namespace steward::forecast
