#include <algorithm>
#include <array>
#include <string_view>

#include "maker.hpp"

// Layouts that were once read wrong: dates as headers, last year beside, groups without marks, deficits in figures.
namespace steward::support {
namespace {

constexpr double first_of_2026 = 46023;  // 2026-01-01
constexpr std::array days = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

const char* last_year(const Maker& make) {
  const std::string_view total = make.tongue.total;
  return total == "合计" || total == "总计" ? "上年实际" : total == "Summe" ? "Vorjahr" : "Prior year";
}

}  // namespace

// Last year, then twelve real dates, then perhaps their sum.
void dated_months(Maker& make) {
  make.say("dated months");
  make.style(false);
  const bool with_total = make.chance(2);
  const Layout whole = make.columns(with_total ? 14 : 13);
  make.headers(whole);
  Layout months = whole;
  make.text(make.row, whole.amounts[0], last_year(make));
  months.amounts.erase(months.amounts.begin());
  for (std::size_t month = 0; month < 12; ++month)
    make.sheet().set_number(make.row, months.amounts[month], first_of_2026 + days[month], workbook::Format::date);
  if (with_total) make.text(make.row, months.amounts[12], make.tongue.total);
  ++make.row;
  const Sums sums = make.body(months, with_total);
  TrueColumn prior{whole.amounts[0], sums.first, sums.last, {}, 0, 0};
  for (int row = sums.first; row <= sums.last; ++row) {
    if (!make.sheet().at(row, months.amounts[0]).is_number()) continue;
    const bool is_line = std::ranges::find(sums.subtotal_rows, row) == sums.subtotal_rows.end();
    if (!is_line) continue;
    const Cents cents = make.amount();
    make.number(row, whole.amounts[0], cents);
    prior.total += cents;
  }
  make.finish(months, sums);
  make.made.columns.push_back(prior);
}

// A pivot table copied as values: the sum of each group above its lines, and nothing that marks it.
void copied_pivot(Maker& make) {
  make.say("copied pivot");
  make.style(false);
  make.formulas = false;
  const Layout layout{-1, make.left, {make.left + 1, make.left + 2}};
  make.text(make.row, layout.label, make.tongue.label);
  make.text(make.row, layout.amounts[0], make.tongue.budget);
  make.text(make.row++, layout.amounts[1], make.tongue.actual);
  Sums sums;
  sums.all.assign(2, 0);
  sums.first = make.row;
  for (int group = make.pick(2, 4); group > 0; --group) {
    const int head = make.row++;
    make.text(head, layout.label, make.line_name());
    std::vector<Cents> under(2);
    for (int i = make.pick(2, 5); i > 0; --i, ++make.row) {
      make.text(make.row, layout.label, make.line_name());
      for (std::size_t c = 0; c < 2; ++c) {
        const Cents cents = make.amount();
        make.number(make.row, layout.amounts[c], cents);
        under[c] += cents;
      }
    }
    for (std::size_t c = 0; c < 2; ++c) {
      make.number(head, layout.amounts[c], under[c]);
      sums.all[c] += under[c];
    }
    sums.last = make.row - 1;
  }
  make.total_row(layout, make.tongue.total, sums.all, {});
  auto truths = make.truths_of(layout, sums);
  for (std::size_t c = 0; c < truths.size(); ++c) truths[c].stated = sums.all[c];
  make.made.columns.insert(make.made.columns.end(), truths.begin(), truths.end());
}

// Income, expenses, and what is left or wanting as a typed figure.
void typed_balance(Maker& make) {
  make.say("typed balance");
  make.style(false);
  make.formulas = false;
  const Layout layout{-1, make.left, {make.left + 1, make.left + 2}};
  make.text(make.row, layout.label, make.tongue.label);
  make.text(make.row, layout.amounts[0], make.tongue.budget);
  make.text(make.row++, layout.amounts[1], make.tongue.actual);
  std::vector<Cents> balance(2);
  for (const bool is_income : {true, false}) {
    const int top = make.row;
    std::vector<Cents> sums(2);
    for (int i = make.pick(2, 6); i > 0; --i, ++make.row) {
      make.text(make.row, layout.label, make.line_name());
      for (std::size_t c = 0; c < 2; ++c) {
        const Cents cents = make.amount();
        make.number(make.row, layout.amounts[c], cents);
        sums[c] += cents;
      }
    }
    const int bottom = make.row - 1;
    make.total_row(layout, std::string(make.tongue.total) + " " + (is_income ? make.tongue.income : make.tongue.expense), sums, {});
    for (std::size_t c = 0; c < 2; ++c) {
      make.made.columns.push_back({layout.amounts[c], top, bottom, is_income ? Nature::revenue : Nature::expense, 0, sums[c], sums[c]});
      balance[c] += is_income ? sums[c] : -sums[c];
    }
  }
  make.text(make.row, layout.label, make.tongue.net);
  for (std::size_t c = 0; c < 2; ++c) make.number(make.row, layout.amounts[c], balance[c]);
  ++make.row;
}

}  // namespace steward::support
