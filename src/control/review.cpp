#include "control/review.hpp"

#include "control/recovery.hpp"

#include <algorithm>
#include <limits>

namespace steward::control {
namespace {

Window window_of(Basis basis, PeriodNumber period, const Timeline& timeline) {
  switch (basis) {
    case Basis::month:
      return {period, period};
    case Basis::quarter:
      return timeline.quarter(period);
    case Basis::half_year:
      return timeline.half_year(period);
    case Basis::cumulative:
      return {timeline.year(period).first, period};
    case Basis::life:
      return {std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
    default:
      return timeline.year(period);
  }
}

std::vector<LineNumber> pool_of(const Rule& rule, LineNumber line, const LineBook& lines) {
  std::vector<LineNumber> pool;
  if (rule.basis == Basis::pooled) {
    for (const auto& id : rule.pool)
      if (const auto member = lines.by_id(id)) pool.push_back(*member);
  }
  if (std::ranges::find(pool, line) == pool.end()) pool.assign(1, line);
  return pool;
}

}  // namespace

std::vector<Review> review_of(LineNumber line, LineBook& lines, const RuleBook& rules, const Timeline& timeline,
                              const Standings& standings, Accounting accounting, Date as_of) {
  std::vector<Review> reviews;
  const Nature nature = lines[line].nature;
  if (nature != Nature::expense && nature != Nature::asset) return reviews;
  const auto path = lines.path(line);
  for (const auto& [period, own] : standings.of(line)) {
    const Occasion occasion{Stage::actual, as_of, timeline.period(period).number, lines[line].owner};
    for (const Rule* rule : rules.governing(path, occasion)) {
      if (rule->basis == Basis::cumulative && own.consumed(accounting).is_zero()) continue;
      const Window window = window_of(rule->basis, period, timeline);
      const auto known = std::ranges::find_if(
          reviews, [&](const Review& review) { return review.rule == rule && review.window == window; });
      if (known != reviews.end()) {
        known->period = period;
        continue;
      }
      Review review{line, rule, window, period, {}, {}, {}, {}, false};
      for (const LineNumber member : pool_of(*rule, line, lines)) review.standing += standings.over(member, window);
      const Money revised = review.standing.revised();
      review.is_unbudgeted = !review.standing.is_budgeted();
      review.limit = limit_of(revised, rule->tolerance);
      review.floor = floor_of(revised, rule->tolerance);
      const Money relief = rule->basis == Basis::pooled ? Money() : relief_of(line, window, lines, standings, accounting);
      review.excess = -(review.standing.available(accounting) + relief + review.limit - revised);
      if (revised < Money() && !review.is_unbudgeted) review.excess = Money();
      reviews.push_back(std::move(review));
    }
  }
  return reviews;
}

AlertLevel level_reached(const Review& review, Accounting accounting) {
  if (review.is_over()) return AlertLevel::over;
  const Money revised = review.standing.revised(), consumed = review.standing.consumed(accounting);
  if (revised <= Money()) return AlertLevel::fine;
  if (consumed > revised) return AlertLevel::red;
  const double used = static_cast<double>(consumed.minor()) / static_cast<double>(revised.minor());
  return std::min(level_of(used, review.rule->levels, Nature::expense), AlertLevel::red);
}

void tightest_first(std::vector<Review>& reviews) {
  std::ranges::stable_sort(reviews, [](const Review& a, const Review& b) { return a.excess > b.excess; });
}

}  // namespace steward::control
