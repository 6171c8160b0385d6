#include "calendar/prorate.hpp"

#include "money/money.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::calendar {
namespace {

constexpr int decimals = 2;

// Half away from zero; the divisor is positive.
Minor rounded_quotient(const Minor& number, const Minor& divisor) {
  const Minor half = divisor / 2;
  return number < 0 ? -((half - number) / divisor) : (number + half) / divisor;
}

class Accrual {
 public:
  Accrual(Minor amount, Date from, Date to, DayBasis basis)
      : amount_(std::move(amount)), from_(from), to_(to), first_(basis == DayBasis::inclusive ? 1 : 0) {}

  Minor up_to(Date day) const {
    if (day < from_) return 0;
    if (day >= to_) return amount_;
    return rounded_quotient(amount_ * days(day), Minor(days(to_)));
  }

 private:
  long long days(Date day) const { return (day - from_).count() + first_; }
  Minor amount_;
  Date from_, to_;
  int first_;
};

}  // namespace

Result<double> prorate(double amount, Date from, Date to, Date period_start, Date period_end, DayBasis basis) {
  if (to < from || period_end < period_start) return Fault{FaultKind::number, phrase::ends_before_start, {}};
  STEWARD_TRY(const Money whole, Money::from(amount, decimals));
  const Accrual accrual(whole.minor(), from, to, basis);
  const Minor part = accrual.up_to(period_end) - accrual.up_to(period_start - std::chrono::days{1});
  return Money(part).amount(decimals);
}

}  // namespace steward::calendar
