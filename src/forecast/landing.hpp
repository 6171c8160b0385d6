#pragma once

#include "forecast/history.hpp"
#include "value.hpp"

namespace steward::forecast {

/// What is known of a year on its way.
struct Year {
  std::size_t periods;                             ///< in a year
  std::size_t closed;                              ///< periods that are complete, from the first
  std::vector<std::optional<double>> actuals;      ///< by period; after `closed` what has come so far
  std::vector<std::optional<double>> prior_years;  ///< amounts by period up to the end of last year; may be empty
  std::vector<std::optional<double>> budget;       ///< by period; may be empty
  std::vector<std::optional<double>>
      committed;  ///< one amount for the rest of the year, or one for each period; may be empty
};

struct Landing {
  double estimate;
  std::optional<Values> bounds;  ///< lower and upper; none when only the budget is known
};

/// The year-end estimate: closed periods as they are, the others by forecast, an open period never below what has
/// already come in it and is committed for it, the year never below all actuals and all commitments. (A line of
/// negative amounts is treated as its mirror.) The forecast is look_ahead on prior years and closed periods. With less
/// than a year of both and a budget, the budget gives the shape: what remains of it, times pace_after
/// of the closed periods. Bounds are quantiles of 2,000 simulated paths of the rest of the year.
Result<Landing> land(const Year& year, double confidence);

/// LANDING(actuals; prior_years; budget; periods; closed; committed; confidence): one row of estimate, lower, upper.
/// Without `closed` all periods up to the last amount are closed.
/// Faults: not_available when there is neither an actual, a prior year nor a budget; number when closed, periods or the
/// confidence do not fit, a budget is shorter than the year, or its closed periods are not positive while it is needed
/// as the shape; argument when committed is neither one amount nor one for each period.
Result<Table> landing(Gaps actuals, const std::optional<std::vector<std::optional<double>>>& prior_years,
                      const std::optional<std::vector<std::optional<double>>>& budget, int periods,
                      std::optional<int> closed, const std::optional<std::vector<std::optional<double>>>& committed,
                      double confidence);

}  // namespace steward::forecast
