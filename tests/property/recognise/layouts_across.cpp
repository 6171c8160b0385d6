#include <algorithm>
#include <utility>

#include "maker.hpp"

// Layouts in which time or versions stand across.
namespace steward::support {
namespace {

void name_columns(Maker& make, const Layout& layout, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) make.text(make.row, layout.amounts[i], names[i]);
}

std::string quarter_name(const Maker& make, int number) {
  const std::string word = make.tongue.quarter;
  const auto at = word.find("%d");
  return at == std::string::npos ? word + std::to_string(number)
                                 : word.substr(0, at) + std::to_string(number) + word.substr(at + 2);
}

// Income, then expenses, each with its own total where the workbook has totals: never one sum.
void two_natures(Maker& make, const Layout& layout, bool with_totals, bool negative_expenses) {
  for (const bool is_income : {true, false}) {
    const char* name = is_income ? make.tongue.income : make.tongue.expense;
    make.bold(make.row, layout.label);
    make.text(make.row++, layout.label, name);
    const int top = make.row, sign = !is_income && negative_expenses ? -1 : 1;
    std::vector<Cents> sums(layout.amounts.size());
    for (int i = make.pick(2, 6); i > 0; --i, ++make.row) {
      make.name_line(layout);
      for (std::size_t c = 0; c < sums.size(); ++c) {
        const Cents cents = make.amount() * sign;
        make.put(make.row, layout.amounts[c], cents);
        sums[c] += cents;
      }
    }
    const int bottom = make.row - 1;
    if (with_totals)
      make.total_row(layout, std::string(make.tongue.total) + " " + name, sums, make.sums_from(layout, top));
    for (std::size_t c = 0; c < sums.size(); ++c)
      make.made.columns.push_back({layout.amounts[c], top, bottom, is_income ? Nature::revenue : Nature::expense, 0,
                                   sums[c], with_totals ? std::optional(sums[c]) : std::nullopt});
    if (make.chance(2)) ++make.row;
  }
}

}  // namespace

void months(Maker& make) {
  make.say("months");
  make.style();
  const bool with_total = make.chance(2);
  const Layout layout = make.columns(with_total ? 13 : 12);
  make.headers(layout);
  const std::string year = make.chance(3) ? " 2025" : "";
  for (std::size_t month = 0; month < 12; ++month)
    make.text(make.row, layout.amounts[month], make.tongue.months[month] + year);
  if (with_total) make.text(make.row, layout.amounts[12], make.tongue.total);
  ++make.row;
  make.finish(layout, make.body(layout, with_total));
}

void versions(Maker& make) {
  make.say("versions");
  make.style();
  const Tongue& words = make.tongue;
  std::vector<std::string> names{words.budget};
  if (make.chance(3)) names.emplace_back(words.revised);
  if (make.chance(3)) names.emplace_back(words.committed);
  names.emplace_back(words.actual);
  const Layout layout = make.columns(static_cast<int>(names.size()));
  make.headers(layout);
  name_columns(make, layout, names);
  ++make.row;
  make.finish(layout, make.body(layout, false));
}

void income_and_expenses(Maker& make) {
  const bool negative = make.chance(3);
  make.say(negative ? "income and negative expenses" : "income and expenses");
  make.style();
  const Layout layout = make.columns(2);
  make.headers(layout);
  name_columns(make, layout, {make.tongue.budget, make.tongue.actual});
  ++make.row;
  two_natures(make, layout, make.chance(2), negative);
}

void quarters_of_two_years(Maker& make) {
  make.say("quarters");
  make.style();
  const Layout layout = make.columns(8);
  for (int year = 0; year < 2; ++year) {
    const int first = layout.amounts[static_cast<std::size_t>(year) * 4];
    make.text(make.row, first, std::to_string(2024 + year));
    make.merge(make.row, first, make.row, first + 3);
  }
  ++make.row;
  make.headers(layout);
  for (int i = 0; i < 8; ++i)
    make.text(make.row, layout.amounts[static_cast<std::size_t>(i)], quarter_name(make, i % 4 + 1));
  ++make.row;
  const Sums sums = make.body(layout, false);
  auto truths = make.truths_of(layout, sums);
  for (std::size_t i = 0; i < 8; ++i) truths[i].year = 2024 + static_cast<int>(i / 4);
  make.grand_total(layout, sums, truths);
  make.made.columns.insert(make.made.columns.end(), truths.begin(), truths.end());
}

// Years as numbers over amounts of which some look like years.
void years_across(Maker& make) {
  make.say("years across");
  make.style(false);
  const Layout layout = make.columns(make.pick(2, 4));
  make.headers(layout);
  for (std::size_t i = 0; i < layout.amounts.size(); ++i)
    make.sheet().set_number(make.row, layout.amounts[i], 2024 + static_cast<double>(i));
  ++make.row;
  const int top = make.row;
  Sums sums = make.body(layout, false);
  for (std::size_t i = 0; i < layout.amounts.size() && !make.formulas && sums.subtotal_rows.empty(); ++i) {
    const Cents before = static_cast<Cents>(make.sheet().at(top, layout.amounts[i]).number * 100 + 0.5);
    if (before == 0 || !make.sheet().at(top, layout.amounts[i]).is_number()) continue;
    const Cents year = make.pick(1990, 2030) * 100LL;
    make.number(top, layout.amounts[i], year);
    sums.all[i] += year - before;
  }
  auto truths = make.truths_of(layout, sums);
  for (std::size_t i = 0; i < truths.size(); ++i) truths[i].year = 2024 + static_cast<int>(i);
  make.grand_total(layout, sums, truths);
  make.made.columns.insert(make.made.columns.end(), truths.begin(), truths.end());
}

void versions_under_months(Maker& make) {
  make.say("versions under months");
  make.style();
  const int months = make.pick(2, 6);
  const Layout layout = make.columns(months * 2);
  for (int month = 0; month < months; ++month) {
    const int first = layout.amounts[static_cast<std::size_t>(month) * 2];
    make.text(make.row, first, make.tongue.months[static_cast<std::size_t>(month)]);
    make.merge(make.row, first, make.row, first + 1);
  }
  ++make.row;
  make.headers(layout);
  for (std::size_t i = 0; i < layout.amounts.size(); ++i)
    make.text(make.row, layout.amounts[i], i % 2 == 0 ? make.tongue.budget : make.tongue.actual);
  ++make.row;
  make.finish(layout, make.body(layout, false));
}

// Three months and their quarter, again and again: the quarters repeat what the months say.
void quarters_between_months(Maker& make) {
  make.say("quarters between months");
  make.style(false);
  const int quarters = make.pick(1, 4);
  const Layout layout = make.columns(quarters * 4);
  make.headers(layout);
  for (int i = 0; i < quarters * 4; ++i)
    make.text(make.row, layout.amounts[static_cast<std::size_t>(i)],
              i % 4 == 3 ? quarter_name(make, i / 4 + 1) : make.tongue.months[static_cast<std::size_t>(i / 4 * 3 + i % 4)]);
  ++make.row;
  Sums sums;
  sums.all.assign(layout.amounts.size(), 0);
  sums.first = make.row;
  for (int line = make.pick(4, 10); line > 0; --line, ++make.row) {
    make.name_line(layout);
    Cents quarter = 0;
    for (std::size_t i = 0; i < layout.amounts.size(); ++i) {
      const int column = layout.amounts[i];
      const Cents cents = i % 4 == 3 ? std::exchange(quarter, 0) : make.amount();
      if (i % 4 != 3) quarter += cents;
      make.number(make.row, column, cents);
      if (i % 4 == 3 && make.formulas)
        make.formula(make.row, column, "=SUM(" + cell(make.row, column - 3) + ":" + cell(make.row, column - 1) + ")");
      sums.all[i] += cents;
    }
  }
  sums.last = make.row - 1;
  make.finish(layout, sums);
}

// Balances before and after: never added to what comes and goes.
void cash_flow(Maker& make) {
  make.say("cash flow");
  make.style(false);
  const Layout layout = make.columns(make.pick(3, 6));
  make.headers(layout);
  for (std::size_t i = 0; i < layout.amounts.size(); ++i)
    make.text(make.row, layout.amounts[i], make.tongue.months[i]);
  ++make.row;
  make.text(make.row, layout.label, make.tongue.opening);
  for (const int column : layout.amounts) make.number(make.row, column, make.amount());
  ++make.row;
  const std::size_t before = make.made.columns.size();
  two_natures(make, layout, true, false);
  make.text(make.row, layout.label, make.tongue.net);
  const std::size_t count = layout.amounts.size();
  for (std::size_t i = 0; i < count; ++i)
    make.number(make.row, layout.amounts[i],
                make.made.columns[before + i].total - make.made.columns[before + count + i].total);
  ++make.row;
  make.text(make.row, layout.label, make.tongue.closing);
  for (const int column : layout.amounts) make.number(make.row, column, make.amount());
}

}  // namespace steward::support
