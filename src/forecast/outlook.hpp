#pragma once

#include <optional>

#include "forecast/ensemble.hpp"
#include "forecast/level_shift.hpp"

namespace steward::forecast {

/// What "auto" rests on; decided by the length of the history and its zeros, never by a contest on the same data.
enum class Approach {
  constant,     ///< all values are equal
  last_value,   ///< up to three values without a season
  usual_level,  ///< under a year: a level, because any trend is ruinous there
  first_year,   ///< under two years: last year's shape, a third of it by trend alone
  models,       ///< six models
  lumps,        ///< amounts in the same periods of each year: last year again, with its growth
  intermittent  ///< amounts now and then: probability × size
};

/// A forecast with all that explains it.
struct Outlook {
  Approach approach;
  double unit;                          ///< models work on history / unit; negative for a line without positive amounts
  Straightened scale;                   ///< the history on the scale of the interval
  std::size_t skipped = 0;              ///< values at the beginning that were left off; places count from the next
  std::vector<std::size_t> one_offs{};  ///< places in the history that were replaced by what surrounds them
  std::optional<LevelShift> shift{};    ///< a change of level, to which the values before were moved
  Values forecast{};                    ///< in the unit of the history
  Values half_width{};                  ///< of the 95 % interval, on the scale; never narrower than the period before
  double narrowing = 1;                 ///< half width at 80 % over half width at 95 %
  std::optional<Ensemble> models{};     ///< of the approach `models`
  Values past{};                        ///< history / unit
  std::size_t cycle = 0;                ///< of the approach `lumps`: after how many periods the amounts repeat
};

/// The forecast 1…horizon steps ahead. Zeros before a line began are left off, and what lies further back than twenty
/// years (400 values at least, 1,500 at most): it weighs nothing and costs time. Not negative when no value of the
/// history is, not positive when none is. Needs one value and a horizon of one; values finite. Multiplying the history
/// multiplies the forecast.
Outlook look_ahead(Series history, std::size_t season, std::size_t horizon);

/// How many 95 % half widths lie at a standard normal score: a power of it that makes 80 % and 95 % come out as they
/// should; below 80 % the power is halfway to 1, with which half of the actuals fall within the 50 % interval.
class ErrorShape {
 public:
  /// `narrowing` is the half width at 80 % over that at 95 %.
  explicit ErrorShape(double narrowing);
  double half_widths_at(double score) const;

 private:
  double narrowing_, outer_power_, inner_power_;
};

/// Root mean square of the relative changes of lumps over one cycle; a fifth where no amount has come twice.
double change_of_lumps(const Outlook& outlook);

struct Interval {
  Values lower, upper;
};

/// Bounds within which the actual will fall with the given probability (0 < confidence < 1), calibrated on the errors
/// made ahead in the competition series (tests/bench/fit_intervals.py), not on errors inside the history, which promise
/// too much. Wider for a higher confidence; they hold the forecast. For amounts that come now and then: the quantiles
/// of the past; for lumps: their change from year to year.
Interval interval_of(const Outlook& outlook, double confidence);

}  // namespace steward::forecast
