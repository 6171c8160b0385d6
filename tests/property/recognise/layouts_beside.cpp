#include <algorithm>

#include "maker.hpp"

// Several tables on a sheet, and several scenarios of one table.
namespace steward::support {
namespace {

// Lines with one amount; the total on the row that is given, or right below.
TrueColumn one_list(Maker& make, int label, int amounts, int top, int count, int total_row, std::optional<Nature> nature) {
  Cents sum = 0;
  for (int i = 0; i < count; ++i) {
    make.text(top + i, label, make.line_name());
    const Cents cents = make.amount();
    make.put(top + i, amounts, cents);
    sum += cents;
  }
  TrueColumn truth{amounts, top, top + count - 1, nature, 0, sum, {}};
  if (total_row < 0) return truth;
  make.text(total_row, label, make.tongue.total);
  make.number(total_row, amounts, sum);
  if (make.formulas) make.formula(total_row, amounts, "=SUM(" + cell(top, amounts) + ":" + cell(top + count - 1, amounts) + ")");
  truth.stated = sum;
  return truth;
}

}  // namespace

// Income left, expenses right, a blank column between them.
void side_by_side(Maker& make) {
  make.say("side by side");
  make.style();
  const int label = make.left, amounts = label + 1, gap = make.pick(1, 2), second = amounts + gap + 1;
  make.text(make.row, label, make.tongue.income);
  make.text(make.row, amounts, make.tongue.budget);
  make.text(make.row, second, make.tongue.expense);
  make.text(make.row++, second + 1, make.tongue.budget);
  const int left_lines = make.pick(3, 7), right_lines = make.pick(3, 7), top = make.row;
  const bool aligned = make.chance(2);
  const int longest = std::max(left_lines, right_lines);
  make.made.columns.push_back(one_list(make, label, amounts, top, left_lines,
                                       top + (aligned ? longest : left_lines), Nature::revenue));
  make.made.columns.push_back(one_list(make, second, second + 1, top, right_lines,
                                       top + (aligned ? longest : right_lines), Nature::expense));
}

// "Charges | Montant | Produits | Montant": two tables under one header without a gap.
void paired(Maker& make) {
  make.say("paired");
  make.style();
  const int label = make.left, second = label + 2;
  const bool with_banner = make.chance(2);
  if (with_banner) {
    make.text(make.row, label, make.tongue.income);
    make.text(make.row, second, make.tongue.expense);
    make.merge(make.row, label, make.row, label + 1);
    make.merge(make.row, second, make.row, second + 1);
    ++make.row;
  }
  make.text(make.row, label, with_banner ? make.tongue.label : make.tongue.income);
  make.text(make.row, label + 1, with_banner ? make.tongue.budget : make.tongue.amount);
  make.text(make.row, second, with_banner ? make.tongue.label : make.tongue.expense);
  make.text(make.row++, second + 1, with_banner ? make.tongue.budget : make.tongue.amount);
  const int left_lines = make.pick(3, 7), right_lines = make.pick(3, 7), top = make.row;
  const int longest = std::max(left_lines, right_lines);
  make.made.columns.push_back(one_list(make, label, label + 1, top, left_lines, top + longest, Nature::revenue));
  make.made.columns.push_back(one_list(make, second, second + 1, top, right_lines, top + longest, Nature::expense));
}

// Blocks one below the other, each with its own header and total.
void stacked(Maker& make) {
  make.say("stacked");
  make.style();
  const int label = make.left, amounts = label + 1, blocks = make.pick(2, 4);
  for (int block = 0; block < blocks; ++block) {
    if (make.chance(2)) {
      make.text(make.row, label, make.line_name());
      make.bold(make.row++, label);
    }
    make.text(make.row, label, make.tongue.label);
    make.text(make.row++, amounts, make.tongue.budget);
    const int count = make.pick(3, 6);
    make.made.columns.push_back(one_list(make, label, amounts, make.row, count, make.row + count, {}));
    make.row += count + 1 + make.pick(1, 4);
  }
}

// The same lines under several options: each has its total, and none is added to another.
void scenarios(Maker& make) {
  make.say("scenarios");
  make.style(false);
  const Layout layout = make.columns(make.pick(2, 4));
  make.headers(layout);
  for (std::size_t i = 0; i < layout.amounts.size(); ++i)
    make.text(make.row, layout.amounts[i], std::string(make.tongue.option) + " " + std::to_string(i + 1));
  ++make.row;
  make.finish(layout, make.body(layout, false));
}

}  // namespace steward::support
