#include <array>
#include <cstdio>
#include <utility>

#include "generator.hpp"
#include "maker.hpp"

// Tables with something in them that a reader of rows and columns falls for. The truth is known; asking is allowed.
namespace steward::support {
namespace {

struct Table {
  int label = 0, amounts = 1, first = 0, last = 0;
  Cents sum = 0;
};

Table plain_table(Maker& make, int least) {
  Table table{make.left, make.left + 1, 0, 0, 0};
  make.text(make.row, table.label, make.tongue.label);
  make.text(make.row++, table.amounts, make.tongue.budget);
  table.first = make.row;
  for (int lines = make.pick(least, 14); lines > 0; --lines, ++make.row) {
    const Cents cents = make.pick(1000, 9999999);
    make.text(make.row, table.label, make.line_name());
    make.number(make.row, table.amounts, cents);
    table.sum += cents;
  }
  table.last = make.row - 1;
  return table;
}

void line(Maker& make, const Table& table, Cents cents) {
  make.text(make.row, table.label, make.line_name());
  make.number(make.row++, table.amounts, cents);
}

std::string sum_of(const Table& table) {
  return "=SUM(" + cell(table.first, table.amounts) + ":" + cell(table.last, table.amounts) + ")";
}

void state(Maker& make, const Table& table, const std::string& label, Cents cents, const std::string& formula) {
  make.text(make.row, table.label, label);
  make.number(make.row, table.amounts, cents);
  make.formula(make.row++, table.amounts, formula);
}

void truth(Maker& make, const Table& table, Cents total) { make.made.columns.push_back({table.amounts, table.first, table.last, {}, 0, total, {}}); }

// Hours, pieces or heads right below what the workbook adds up.
void counts_below(Maker& make) {
  make.say("counts below");
  const Table table = plain_table(make, 4);
  state(make, table, make.chance(2) ? make.tongue.total : make.line_name(), table.sum, sum_of(table));
  if (make.chance(2)) ++make.row;
  for (int lines = make.pick(1, 4); lines > 0; --lines) line(make, table, make.pick(1, 200) * 100LL);
  truth(make, table, table.sum);
}

// The amount stands in words, as formulas leave it out.
void amount_in_words(Maker& make) {
  make.say("amount in words");
  Table table = plain_table(make, 4);
  const int at = make.pick(table.first, table.last), whole = make.pick(21, 99) * 100;
  table.sum += whole * 100LL - static_cast<Cents>(make.sheet().at(at, table.amounts).number * 100 + 0.5);
  static constexpr std::array<const char*, 4> words{"%d (paid)", "ca. %d", "%d+0", "$%d + tax"};
  char text[64];
  std::snprintf(text, sizeof text, words[static_cast<std::size_t>(make.pick(0, 3))], whole);
  make.text(at, table.amounts, text);
  truth(make, table, table.sum);
}

// A sum of lines under a name that tells nothing, typed, and no total of all.
void unnamed_sum(Maker& make) {
  make.say("unnamed sum");
  const Table table = plain_table(make, 5);
  line(make, table, table.sum);
  Cents more = 0;
  for (int lines = make.pick(1, 4); lines > 0; --lines) {
    const Cents cents = make.pick(1000, 9999999);
    line(make, table, cents);
    more += cents;
  }
  make.made.columns.push_back({table.amounts, table.first, make.row - 1, {}, 0, table.sum + more, {}});
}

// What the workbook adds to the total stands apart from the table.
void addend_elsewhere(Maker& make) {
  make.say("addend elsewhere");
  const Table table = plain_table(make, 4);
  const int total = make.row;
  state(make, table, make.tongue.total, table.sum, sum_of(table));
  const Cents more = make.pick(10000, 999999);
  const int at = make.row + 3, aside = table.amounts + 3;
  make.text(at, aside, make.line_name());
  make.number(at, aside + 1, more);
  make.number(at + 1, aside + 1, table.sum + more);
  make.formula(at + 1, aside + 1, "=" + cell(total, table.amounts) + "+" + cell(at, aside + 1));
  make.made.columns.push_back({table.amounts, table.first, table.last, {}, 0, table.sum + more, {}});
}

// A line that only carries what stands above it.
void carried_line(Maker& make) {
  make.say("carried line");
  const Table table = plain_table(make, 3);
  const int from = table.last;
  const Cents cents = static_cast<Cents>(make.sheet().at(from, table.amounts).number * 100 + 0.5);
  make.text(make.row, table.label, make.line_name());
  make.number(make.row, table.amounts, cents);
  make.formula(make.row++, table.amounts, "=" + cell(from, table.amounts));
  const Cents last = make.pick(1000, 99999);
  line(make, table, last);
  make.made.columns.push_back({table.amounts, table.first, make.row - 1, {}, 0, table.sum + last, {}});
}

}  // namespace

GeneratedWorkbook trapped_workbook(unsigned seed) {
  constexpr auto traps = std::to_array<void (*)(Maker&)>({counts_below, amount_in_words, unnamed_sum, addend_elsewhere, carried_line});
  Maker make(seed);
  make.left = make.chance(3) ? 1 : 0;
  make.row = make.pick(0, 2);
  make.banner();
  traps[seed % traps.size()](make);
  return std::move(make.made);
}

}  // namespace steward::support
