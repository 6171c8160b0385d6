#include "ledger/period_axis.hpp"
#include "words/phrases/functions.gen.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace steward::ledger {
namespace {

constexpr double always = std::numeric_limits<double>::infinity();

double number_of(Date day, Date null_date) {
  return static_cast<double>((day - null_date).count());
}

Date day_of(double number, Date null_date) {
  return null_date + std::chrono::days(static_cast<int>(std::floor(number)));
}

// The last day of the month that begins on a day: of 15 January the 14 February, of 31 January the 27 February.
double last_of_month(double first, Date null_date) {
  const std::chrono::year_month_day from{day_of(first, null_date)};
  auto until = from + std::chrono::months(1);
  if (!until.ok()) until = until.year() / until.month() / std::chrono::last;
  return number_of(Date(until), null_date) - 1;
}

Fault unreadable(const Value& period) {
  const auto* text = std::get_if<std::string>(&period);
  return {FaultKind::value, phrase::no_period_label, {text ? *text : "?"}};
}

bool reads_down(const Table& periods) {
  return periods.columns() == 1 && periods.rows() > 2;
}

}  // namespace

Result<PeriodAxis> PeriodAxis::from(const Table& periods, const calendar::FiscalCalendar& calendar, Date null_date) {
  PeriodAxis axis;
  const bool down = reads_down(periods);
  if (!down && periods.rows() > 2) return Fault{FaultKind::argument, phrase::unequal_shapes, {}};
  for (std::size_t i = 0; i < (down ? periods.rows() : periods.columns()); ++i) {
    const Value& period = down ? periods.at(i, 0) : periods.at(0, i);
    const Value last = !down && periods.rows() == 2 ? periods.at(1, i) : Value();
    if (steward::is_blank(period)) {
      axis.stretches_.emplace_back();
    } else if (const auto* first = std::get_if<double>(&period)) {
      const auto* until = std::get_if<double>(&last);
      if (!until && !steward::is_blank(last)) return unreadable(last);
      axis.stretches_.push_back(
          Stretch{std::floor(*first), until ? std::floor(*until) : last_of_month(*first, null_date)});
    } else if (const auto* label = std::get_if<std::string>(&period); label && *label == "*") {
      axis.stretches_.push_back(Stretch{-always, always});
    } else if (label) {
      STEWARD_TRY(const auto read, calendar::parse_label(calendar, *label));
      STEWARD_TRY(const auto days, calendar::days_of(calendar, read));
      axis.stretches_.push_back(Stretch{number_of(days.first, null_date), number_of(days.last, null_date)});
    } else {
      return unreadable(period);
    }
  }
  axis.cut();
  return axis;
}

void PeriodAxis::cut() {
  for (const auto& stretch : stretches_) {
    if (!stretch || stretch->last < stretch->first) continue;
    cuts_.push_back(stretch->first);
    cuts_.push_back(stretch->last + 1);
  }
  std::ranges::sort(cuts_);
  cuts_.erase(std::ranges::unique(cuts_).begin(), cuts_.end());
  for (const double cut : cuts_) {
    starts_.push_back(pieces_.size());
    for (std::uint32_t column = 0; column < stretches_.size(); ++column) {
      const auto& stretch = stretches_[column];
      if (stretch && cut >= stretch->first && cut <= stretch->last) pieces_.push_back(column);
    }
  }
  starts_.push_back(pieces_.size());
}

std::span<const std::uint32_t> PeriodAxis::columns_of(double day) const {
  const auto after = std::ranges::upper_bound(cuts_, std::floor(day)) - cuts_.begin();
  if (after == 0) return {};
  const auto piece = static_cast<std::size_t>(after - 1);
  return std::span(pieces_).subspan(starts_[piece], starts_[piece + 1] - starts_[piece]);
}

Result<calendar::FiscalCalendar> read_calendar(const std::optional<Table>& cells, Date null_date) {
  calendar::FiscalCalendar calendar;
  const auto given = cells ? cells->cells() : std::vector<Value>();
  const auto text = [&](std::size_t i) { return i < given.size() ? std::get_if<std::string>(&given[i]) : nullptr; };
  const auto number = [&](std::size_t i) { return i < given.size() ? std::get_if<double>(&given[i]) : nullptr; };
  if (const auto* month = number(0))
    calendar.start_month = static_cast<int>(*month);
  else if (text(0) && !text(0)->empty())
    return Fault{FaultKind::argument, phrase::no_month, {}};
  if (text(1) && !text(1)->empty()) {
    STEWARD_TRY(calendar.pattern, read_keyword<PeriodPattern>(*text(1)));
  }
  if (text(2) && !text(2)->empty()) {
    STEWARD_TRY(calendar.year, read_keyword<FiscalYear>(*text(2)));
  }
  if (const auto* anchor = number(3)) calendar.anchor = day_of(*anchor, null_date);
  STEWARD_TRY(calendar::check(calendar));
  return calendar;
}

}  // namespace steward::ledger
