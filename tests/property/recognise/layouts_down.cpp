#include <array>
#include <map>

#include "maker.hpp"

// Layouts in which rows say what their amounts are.
namespace steward::support {

// Type, year and one amount: what may be added up is a combination of both.
void long_list(Maker& make) {
  make.say("long");
  make.style();
  const int type = make.left, year = type + 1, label = type + 2, amounts = type + 3;
  make.text(make.row, type, make.tongue.type);
  make.text(make.row, year, make.tongue.year);
  make.text(make.row, label, make.tongue.label);
  make.text(make.row++, amounts, make.tongue.amount);
  std::map<std::pair<bool, int>, Cents> sums;
  const int top = make.row;
  for (int i = make.pick(12, 60); i > 0; --i, ++make.row) {
    const bool is_income = make.chance(2);
    const int of_year = 2024 + make.pick(0, 1);
    const Cents cents = make.amount();
    make.text(make.row, type, is_income ? make.tongue.income : make.tongue.expense);
    make.sheet().set_number(make.row, year, of_year);
    make.text(make.row, label, make.line_name());
    make.put(make.row, amounts, cents);
    sums[{is_income, of_year}] += cents;
  }
  for (const auto& [of, sum] : sums)
    make.made.columns.push_back({amounts, top, make.row - 1, of.first ? Nature::revenue : Nature::expense, of.second, sum, {}});
}

// Budget and actual as rows of one column.
void versions_in_rows(Maker& make) {
  make.say("versions in rows");
  make.style();
  const int label = make.left, version = label + 1, amounts = label + 2;
  make.text(make.row, label, make.tongue.label);
  make.text(make.row, version, make.chance(2) ? "Version" : make.tongue.type);
  make.text(make.row++, amounts, make.tongue.amount);
  std::array<Cents, 2> sums{};
  const int top = make.row;
  for (int i = make.pick(4, 20); i > 0; --i) {
    const std::string name = make.line_name();
    for (std::size_t which = 0; which < 2; ++which, ++make.row) {
      const Cents cents = make.amount();
      make.text(make.row, label, name);
      make.text(make.row, version, which == 0 ? make.tongue.budget : make.tongue.actual);
      make.put(make.row, amounts, cents);
      sums[which] += cents;
    }
  }
  for (const Cents sum : sums) make.made.columns.push_back({amounts, top, make.row - 1, {}, 0, sum, {}});
}

void months_down(Maker& make) {
  make.say("months down");
  make.style();
  Layout layout;
  layout.label = make.left;
  layout.amounts = {make.left + 1, make.left + 2};
  make.headers(layout);
  make.text(make.row, layout.amounts[0], make.tongue.budget);
  make.text(make.row++, layout.amounts[1], make.tongue.actual);
  Sums sums;
  sums.all.assign(2, 0);
  sums.first = make.row;
  for (std::size_t month = 0; month < 12; ++month, ++make.row) {
    make.text(make.row, layout.label, make.tongue.months[month]);
    for (std::size_t c = 0; c < 2; ++c) {
      const Cents cents = make.amount();
      make.put(make.row, layout.amounts[c], cents);
      sums.all[c] += cents;
    }
  }
  sums.last = make.row - 1;
  make.finish(layout, sums);
}

// A department written once for its lines, merged or blank below.
void departments(Maker& make) {
  make.say("departments");
  make.style();
  const int department = make.left, label = make.left + 1, amounts = make.left + 2, top = make.row + 1;
  make.text(make.row, department, "Department");
  make.text(make.row, label, make.tongue.label);
  make.text(make.row++, amounts, make.tongue.budget);
  const bool merged = make.chance(2);
  Cents sum = 0;
  const int groups = make.pick(2, 4);
  for (int group = 0; group < groups; ++group) {
    const int first = make.row;
    make.text(first, department, "Department " + std::to_string(group + 1));
    for (int i = make.pick(2, 5); i > 0; --i, ++make.row) {
      make.text(make.row, label, make.line_name());
      const Cents cents = make.amount();
      make.put(make.row, amounts, cents);
      sum += cents;
    }
    if (merged) make.merge(first, department, make.row - 1, department);
  }
  Layout layout;
  layout.label = department;
  layout.amounts = {amounts};
  Sums sums;
  sums.all = {sum};
  sums.first = top;
  sums.last = make.row - 1;
  make.finish(layout, sums);
}

// Quantity × price = amount.
void parts_list(Maker& make) {
  make.say("parts");
  make.style(false);
  Layout layout = make.columns(0);
  const int quantity = layout.label + 1, price = layout.label + 2, total = layout.label + 3;
  make.headers(layout);
  make.text(make.row, quantity, make.tongue.quantity);
  make.text(make.row, price, make.tongue.price);
  make.text(make.row++, total, make.tongue.amount);
  Sums sums;
  sums.all = {0};
  sums.first = make.row;
  for (int i = make.pick(4, 14); i > 0; --i, ++make.row) {
    const int count = make.pick(2, 40);
    const Cents each = make.pick(100, 99999);
    make.name_line(layout);
    make.sheet().set_number(make.row, quantity, count);
    make.number(make.row, price, each);
    make.number(make.row, total, count * each);
    if (make.formulas) make.formula(make.row, total, "=" + cell(make.row, quantity) + "*" + cell(make.row, price));
    sums.all[0] += count * each;
  }
  layout.amounts = {total};
  sums.last = make.row - 1;
  make.finish(layout, sums);
}

// A row that says of which repeats part of the one above it.
void of_which(Maker& make) {
  make.say("of which");
  make.style(false);
  const Layout layout = make.columns(2);
  make.headers(layout);
  make.text(make.row, layout.amounts[0], make.tongue.budget);
  make.text(make.row++, layout.amounts[1], make.tongue.actual);
  Sums sums;
  sums.all.assign(2, 0);
  sums.first = make.row;
  for (int i = make.pick(4, 9); i > 0; --i, ++make.row) {
    make.name_line(layout);
    std::array<Cents, 2> whole{};
    for (std::size_t c = 0; c < 2; ++c) {
      whole[c] = make.amount() + 1000;
      make.number(make.row, layout.amounts[c], whole[c]);
      sums.all[c] += whole[c];
    }
    sums.last = make.row;
    if (i == 1 || !make.chance(3)) continue;
    ++make.row;
    make.text(make.row, layout.label, std::string(make.tongue.of_which) + " " + make.line_name());
    for (std::size_t c = 0; c < 2; ++c) make.number(make.row, layout.amounts[c], whole[c] / make.pick(2, 9));
  }
  std::vector<TrueColumn> truths = make.truths_of(layout, sums);
  make.formulas = false;
  make.total_row(layout, make.tongue.total, sums.all, {});
  for (std::size_t c = 0; c < truths.size(); ++c) truths[c].stated = sums.all[c];
  make.made.columns.insert(make.made.columns.end(), truths.begin(), truths.end());
}

}  // namespace steward::support
