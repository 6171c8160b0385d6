#include "maker.hpp"

// Layouts of workbooks by other authors that were once read wrong.
namespace steward::support {
namespace {

void truth(Maker& make, int column, int top, int bottom, Cents total) {
  make.made.columns.push_back({column, top, bottom, {}, 0, total, {}});
}

}  // namespace

// Typed subtotals under names that tell nothing, above or below lines that are grouped in the sheet.
void outlined(Maker& make) {
  make.say("outline");
  const bool above = make.chance(2);
  const Layout layout{-1, make.left, {make.left + 1, make.left + 2}};
  make.text(make.row, layout.label, make.tongue.label);
  make.text(make.row, layout.amounts[0], make.tongue.budget);
  make.text(make.row++, layout.amounts[1], make.tongue.actual);
  const int first = make.row;
  std::vector<Cents> all(2);
  for (int group = make.pick(2, 4); group > 0; --group) {
    std::vector<Cents> under(2);
    const int lines = make.pick(2, 5), parent = above ? make.row : make.row + lines;
    if (above) ++make.row;
    for (int i = 0; i < lines; ++i, ++make.row) {
      make.sheet().row_outline[make.row] = 1;
      make.text(make.row, layout.label, make.line_name());
      for (std::size_t c = 0; c < 2; ++c) {
        const Cents cents = make.amount();
        make.number(make.row, layout.amounts[c], cents);
        under[c] += cents;
      }
    }
    make.text(parent, layout.label, make.line_name());
    for (std::size_t c = 0; c < 2; ++c) {
      make.number(parent, layout.amounts[c], under[c]);
      all[c] += under[c];
    }
    if (!above) ++make.row;
  }
  for (std::size_t c = 0; c < 2; ++c) truth(make, layout.amounts[c], first, make.row - 1, all[c]);
}

// A column that says in words what each row is: programmes are the sums of their articles.
void kinds_of_rows(Maker& make) {
  make.say("kinds of rows");
  const int kind = make.left, label = kind + 1, amount = kind + 2;
  make.text(make.row, kind, make.tongue.type);
  make.text(make.row, label, make.tongue.label);
  make.text(make.row++, amount, make.tongue.budget);
  const int first = make.row;
  Cents all = 0;
  for (int group = make.pick(2, 4); group > 0; --group) {
    const int parent = make.row++;
    Cents sum = 0;
    for (int i = make.pick(2, 5); i > 0; --i, ++make.row) {
      const Cents cents = make.amount();
      make.text(make.row, kind, "Article");
      make.text(make.row, label, make.line_name());
      make.number(make.row, amount, cents);
      sum += cents;
    }
    make.text(parent, kind, "Programme");
    make.text(parent, label, make.line_name());
    make.number(parent, amount, sum);
    all += sum;
  }
  truth(make, amount, first, make.row - 1, all);
}

// Row numbers without a header, as programs write them, left of a list.
void row_numbers(Maker& make) {
  make.say("row numbers");
  const int label = make.left + 1, amount = make.left + 2;
  make.text(make.row, label, make.tongue.label);
  make.text(make.row++, amount, make.tongue.amount);
  const int first = make.row;
  Cents all = 0;
  for (int i = 0, lines = make.pick(4, 12); i < lines; ++i, ++make.row) {
    const Cents cents = make.amount();
    make.sheet().set_number(make.row, make.left, i, workbook::Format::number);
    make.text(make.row, label, make.line_name());
    make.number(make.row, amount, cents);
    all += cents;
  }
  truth(make, amount, first, make.row - 1, all);
}

// What each line costs in all, and the share of it that is paid for.
void shares(Maker& make) {
  make.say("shares of a full cost");
  const int label = make.left, full = label + 1, share = label + 2, percent = label + 3;
  make.text(make.row, label, make.tongue.label);
  make.text(make.row, full, make.tongue.amount);
  make.text(make.row, share, make.tongue.budget);
  make.text(make.row++, percent, "%");
  const int first = make.row;
  Cents all = 0, paid = 0;
  for (int i = make.pick(3, 8); i > 0; --i, ++make.row) {
    const Cents cents = make.pick(1, 900) * 10000LL;
    make.text(make.row, label, make.line_name());
    make.number(make.row, full, cents);
    make.number(make.row, share, cents * 80 / 100);
    make.formula(make.row, share, "=" + cell(make.row, percent) + "*" + cell(make.row, full) + "/100");
    make.sheet().set_number(make.row, percent, 80, workbook::Format::number);
    all += cents;
    paid += cents * 80 / 100;
  }
  const int last = make.row - 1;
  make.text(make.row, label, make.tongue.total);
  for (const auto& [column, sum] : {std::pair{full, all}, std::pair{share, paid}}) {
    make.number(make.row, column, sum);
    make.formula(make.row, column, "=SUM(" + cell(first, column) + ":" + cell(last, column) + ")");
    make.made.columns.push_back({column, first, last, {}, 0, sum, sum});
  }
}

}  // namespace steward::support
