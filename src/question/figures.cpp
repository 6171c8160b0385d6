#include "question/figures.hpp"

#include <algorithm>

#include "words/phrases/question.gen.hpp"

namespace steward::question {
namespace {

constexpr int decimals = 2;
constexpr unsigned all_months = 0xFFFu;

Fault not_said() { return {FaultKind::not_available, phrase::table_does_not_say, {}}; }

unsigned months_between(int first, int last) {
  unsigned months = 0;
  for (int month = first; month <= last; ++month) months |= 1u << (month - 1);
  return months;
}

std::set<int> years_of(const Facts& facts) {
  std::set<int> years;
  for (const Figure& figure : facts.figures)
    if (figure.span.year != 0) years.insert(figure.span.year);
  return years;
}

// The year that is meant, where the question does not say another.
Result<int> default_year(const std::set<int>& years, std::optional<int> current) {
  if (years.empty()) return 0;
  if (years.size() == 1) return *years.begin();
  if (current && years.contains(*current)) return *current;
  return Fault{FaultKind::not_available, phrase::table_has_several_years, {}};
}

// A year that a question names must be one of the table's. A table that names none is that of the as-of date.
Result<int> named_year(int year, const std::set<int>& years, std::optional<int> current) {
  if (years.contains(year)) return year;
  if (years.empty() && current && *current == year) return 0;
  return not_said();
}

Result<int> shifted_year(int shift, const std::set<int>& years, std::optional<int> current) {
  if (current) return named_year(*current + shift, years, current);
  // Without an as-of date, this year is the only one there is.
  if (shift == 0 && years.size() <= 1) return years.empty() ? 0 : *years.begin();
  return Fault{FaultKind::not_available, phrase::needs_as_of, {}};
}

struct Moved {
  int year;
  unsigned months;
};

// The month, quarter or half-year some steps from the one of the date.
Moved moved(int year, int month, int length, int shift) {
  const int count = 12 / length;
  const int index = year * count + (month - 1) / length + shift;
  const int first = (index % count) * length + 1;
  return {index / count, months_between(first, first + length - 1)};
}

Result<Window> relative_window(const Time::Relative& relative, const std::set<int>& years, std::optional<Date> as_of) {
  if (!as_of) return Fault{FaultKind::not_available, phrase::needs_as_of, {}};
  const std::chrono::year_month_day day(*as_of);
  const int year = static_cast<int>(day.year()), month = static_cast<int>(unsigned(day.month()));
  Moved to{year, 0};
  switch (relative.unit) {
    case unit_month: to = moved(year, month, 1, relative.shift); break;
    case unit_quarter: to = moved(year, month, 3, relative.shift); break;
    case unit_half: to = moved(year, month, 6, relative.shift); break;
    case unit_year_to_date: to.months = months_between(1, month); break;
    case unit_year_to_go: to.months = months_between(month + 1, 12); break;
    default: to.months = months_between(3 * ((month - 1) / 3) + 1, month); break;
  }
  if (to.months == 0) return not_said();
  STEWARD_TRY(const int settled, named_year(to.year, years, year));
  return Window{settled, to.months};
}

bool is_revenue(const Line& line) { return line.nature == Nature::revenue; }

}  // namespace

bool Window::holds(const Span& span) const {
  if (year != 0 && span.year != 0 && span.year != year) return false;
  return months == 0 || (span.has_period() && (months_between(span.first, span.last) & ~months) == 0) || months == all_months;
}

bool Window::cuts(const Span& span) const {
  if (year != 0 && span.year != 0 && span.year != year) return false;
  if (months == 0 || months == all_months) return false;
  if (!span.has_period()) return true;
  const unsigned own = months_between(span.first, span.last);
  return (own & months) != 0 && (own & ~months) != 0;
}

Result<Window> window_of(const Time& time, const Facts& facts, std::optional<Date> as_of) {
  const auto years = years_of(facts);
  std::optional<int> current;
  if (as_of) current = static_cast<int>(std::chrono::year_month_day(*as_of).year());
  if (time.relative) return relative_window(*time.relative, years, as_of);
  Window window{0, time.months};
  if (time.year) {
    STEWARD_TRY(window.year, named_year(*time.year, years, current));
  } else if (time.year_shift) {
    STEWARD_TRY(window.year, shifted_year(*time.year_shift, years, current));
  } else {
    STEWARD_TRY(window.year, default_year(years, current));
  }
  return window;
}

Result<Money> Sums::stored(Measure measure, const std::vector<std::size_t>& lines) const {
  Money sum;
  bool is_there = false;
  for (const Figure& figure : facts_.figures) {
    if (figure.measure != measure) continue;
    if (!std::ranges::binary_search(lines, figure.line)) continue;
    if (window_.cuts(figure.span)) return not_said();
    if (!window_.holds(figure.span)) continue;
    is_there = true;
    STEWARD_TRY(const Money amount, Money::from(figure.amount, decimals));
    sum += amount;
  }
  // A measure that the table has may be blank for some lines; one that it lacks is no zero.
  const bool window_is_empty = !is_there && window_.months != 0;
  if (window_is_empty || !facts_.has(measure)) return not_said();
  return sum;
}

Result<Money> Sums::consumed(const std::vector<std::size_t>& lines) const {
  STEWARD_TRY(Money sum, stored(Measure::actual, lines));
  for (const Measure measure : {Measure::committed, Measure::precommitted}) {
    if (!facts_.has(measure)) continue;
    STEWARD_TRY(const Money more, stored(measure, lines));
    sum += more;
  }
  return sum;
}

Result<Money> Sums::variance(const std::vector<std::size_t>& lines) const {
  Money sum;
  for (const bool revenue : {false, true}) {
    std::vector<std::size_t> chosen;
    for (const std::size_t line : lines)
      if (is_revenue(facts_.lines[line]) == revenue) chosen.push_back(line);
    if (chosen.empty()) continue;
    STEWARD_TRY(const Money budget, stored(Measure::budget, chosen));
    STEWARD_TRY(const Money actual, stored(Measure::actual, chosen));
    sum += revenue ? actual - budget : budget - actual;
  }
  return sum;
}

Result<Money> Sums::amount(Measure measure, const std::vector<std::size_t>& lines) const {
  if (static_cast<std::size_t>(measure) < stored_measures) return stored(measure, lines);
  if (measure == Measure::consumed) return consumed(lines);
  if (measure == Measure::variance) return variance(lines);
  STEWARD_TRY(const Money budget, stored(Measure::budget, lines));
  if (measure == Measure::overspend) {
    STEWARD_TRY(const Money actual, stored(Measure::actual, lines));
    return actual - budget;
  }
  STEWARD_TRY(const Money used, consumed(lines));
  if (measure == Measure::excess) return used - budget;
  if (measure == Measure::margin) return budget - used;
  Money left = budget - used;
  if (facts_.has(Measure::frozen)) {
    STEWARD_TRY(const Money frozen, stored(Measure::frozen, lines));
    left -= frozen;
  }
  return left;
}

Result<std::optional<double>> Sums::of(Measure measure, const std::vector<std::size_t>& lines) const {
  if (lines.empty()) return not_said();
  const bool revenue = is_revenue(facts_.lines[lines.front()]);
  const auto differs = [&](std::size_t line) { return is_revenue(facts_.lines[line]) != revenue; };
  if (measure != Measure::variance && measure != Measure::variance_rate && std::ranges::any_of(lines, differs))
    return Fault{FaultKind::not_available, phrase::table_mixes_natures, {}};
  if (measure < Measure::used) {
    STEWARD_TRY(const Money sum, amount(measure, lines));
    return std::optional(sum.amount(decimals));
  }
  STEWARD_TRY(const Money budget, stored(Measure::budget, lines));
  const Measure part = measure == Measure::used ? Measure::consumed : measure == Measure::executed ? Measure::actual
                       : measure == Measure::remaining ? Measure::available : Measure::variance;
  STEWARD_TRY(const Money numerator, amount(part, lines));
  if (budget.is_zero()) return numerator.is_zero() ? std::optional(0.0) : std::optional<double>();
  const Money base = measure == Measure::variance_rate ? abs(budget) : budget;
  return std::optional(numerator.amount(decimals) / base.amount(decimals));
}

}  // namespace steward::question
