#include "variance/bridge.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "cells.hpp"
#include "money/money.hpp"
#include "variance/natures.hpp"
#include "variance/variance.hpp"
#include "words/phrases/functions.gen.hpp"

namespace steward::variance {
namespace {

constexpr int decimals = 2;

// A change of the level, and how much of it is favourable and adverse (both in the direction of the level).
struct Step {
  Value label;
  Money favourable, adverse;
  Money change() const { return favourable + adverse; }
};

struct Parts {
  Money above, below;
};

Money upper(const Money& a, const Money& b) {
  return a < b ? b : a;
}
Money lower(const Money& a, const Money& b) {
  return a < b ? a : b;
}

// The bar between two levels, cut at zero.
Parts bar(const Money& a, const Money& b) {
  const Money zero, high = upper(a, b), low = lower(a, b);
  return {upper(high, zero) - upper(low, zero), lower(low, zero) - lower(high, zero)};
}

// What lies invisible between zero and a bar.
Money base_of(const Money& a, const Money& b) {
  const Money zero;
  return upper(lower(a, b), zero) + lower(upper(a, b), zero);
}

class Bridge {
 public:
  void add_total(Value label) { add({std::move(label), {}, {}, {}, {}, {}, level_, level_}); }

  void add_step(const Step& step) {
    const Money between = level_ + step.favourable, after = between + step.adverse;
    const Parts good = bar(level_, between), bad = bar(between, after);
    const Money base = step.adverse.is_zero()      ? base_of(level_, between)
                       : step.favourable.is_zero() ? base_of(level_, after)
                                                   : Money();
    level_ = after;
    add({step.label, base, good.above, good.below, bad.above, bad.below, level_, Money()});
  }

  void start_at(const Money& level) { level_ = level; }
  Table table() && { return std::move(table_); }

 private:
  struct Shown {
    Value label;
    Money base, good_above, good_below, bad_above, bad_below, level, total;
  };
  void add(const Shown& row) {
    std::vector<Value> cells{row.label};
    for (const Money& amount :
         {row.base, row.good_above, row.good_below, row.bad_above, row.bad_below, row.level, row.total})
      cells.emplace_back(amount.amount(decimals));
    table_.append(std::move(cells));
  }
  Money level_;
  Table table_;
};

// Whether revenue and cost stand side by side, so that the level is what is left of one after the other.
bool is_mixed(const std::vector<Nature>& natures) {
  return std::ranges::any_of(natures, [&](Nature n) { return sign_of_rise(n) != sign_of_rise(natures.front()); });
}

std::vector<bool> largest(const std::vector<Step>& steps, std::size_t count) {
  std::vector<std::size_t> order(steps.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return abs(steps[b].change()) < abs(steps[a].change()); });
  std::vector<bool> chosen(steps.size());
  for (std::size_t i = 0; i < std::min(count, order.size()); ++i) chosen[order[i]] = true;
  return chosen;
}

// Several changes in one row: its net change, favourable or adverse as a whole.
std::vector<Step> folded_to(std::vector<Step> steps, std::size_t top, bool rise_is_good, std::string_view name) {
  if (top == 0 || steps.size() <= top) return steps;
  const auto chosen = largest(steps, top);
  std::vector<Step> kept;
  Money rest;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (chosen[i])
      kept.push_back(std::move(steps[i]));
    else
      rest += steps[i].change();
  }
  const bool is_good = (rest < Money()) != rise_is_good;
  kept.push_back({std::string(name), is_good ? rest : Money(), is_good ? Money() : rest});
  return kept;
}

}  // namespace

Result<Table> bridge(const Table& label, const Table& from, const Table& to, const std::optional<Table>& nature,
                     int top) {
  STEWARD_TRY(same_size(from, label.size()));
  STEWARD_TRY(same_size(to, label.size()));
  if (top < 0) return Fault{FaultKind::number, phrase::no_count, {}};
  STEWARD_TRY(const auto natures, natures_of(nature, label.size()));
  STEWARD_TRY(const auto before, amounts_in(from));
  STEWARD_TRY(const auto after, amounts_in(to));
  const bool mixed = is_mixed(natures);
  std::vector<Step> steps;
  Money start;
  for (std::size_t i = 0; i < before.size(); ++i) {
    STEWARD_TRY(const Money old_amount, Money::from(before[i], decimals));
    STEWARD_TRY(const Money new_amount, Money::from(after[i], decimals));
    const bool rise_is_good = sign_of_rise(natures[i]) > 0, takes_away = mixed && !rise_is_good;
    const Money change = new_amount - old_amount, step = takes_away ? -change : change;
    start += takes_away ? -old_amount : old_amount;
    const bool is_good = (change < Money()) != rise_is_good;
    steps.push_back({label.cells()[i], is_good ? step : Money(), is_good ? Money() : step});
  }
  const Language language = language_of(label);
  const bool rise_is_good = mixed || (!natures.empty() && sign_of_rise(natures.front()) > 0);
  Bridge result;
  result.start_at(start);
  result.add_total(std::string(text(phrase::bridge_start, language)));
  for (const Step& step :
       folded_to(std::move(steps), static_cast<std::size_t>(top), rise_is_good, text(phrase::rest_row, language)))
    result.add_step(step);
  result.add_total(std::string(text(phrase::bridge_end, language)));
  return std::move(result).table();
}

}  // namespace steward::variance
