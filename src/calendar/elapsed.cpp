#include "calendar/elapsed.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::calendar {

Result<double> elapsed(Date as_of, Date start, Date end, DayBasis basis) {
  if (end < start) return Fault{FaultKind::number, phrase::ends_before_start, {}};
  if (as_of < start) return 0.0;
  if (as_of >= end) return 1.0;
  const int counted = basis == DayBasis::inclusive ? 1 : 0;
  const auto passed = (as_of - start).count() + counted, all = (end - start).count() + counted;
  return static_cast<double>(passed) / static_cast<double>(all);
}

}  // namespace steward::calendar
