#pragma once

#include <random>
#include <string>
#include <vector>

#include "generator.hpp"
#include "tongues.hpp"

namespace steward::support {

using Cents = long long;

std::string cell(int row, int column);

/// Where the columns of a table stand.
struct Layout {
  int code = -1, label = 0;
  std::vector<int> amounts;
};

/// The sums of what was written, by amount column.
struct Sums {
  std::vector<Cents> all, group, last_line;
  std::vector<int> subtotal_rows;
  int first = -1, last = -1;
};

/// Writes a workbook of which everything is known.
class Maker {
 public:
  explicit Maker(unsigned seed);

  int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  bool chance(int one_in) { return pick(1, one_in) == 1; }
  Cents amount();
  void say(const std::string& step) { made.recipe += ", " + step; }

  void text(int row, int column, const std::string& words) { sheet().set_text(row, column, words); }
  void bold(int row, int column) { sheet().bold.emplace_back(row, column); }
  void number(int row, int column, Cents cents);
  /// As a number, or as text where this workbook keeps amounts as text.
  void put(int row, int column, Cents cents);
  void formula(int row, int column, const std::string& formula) { sheet().set_formula(row, column, formula); }
  void merge(int top, int left, int bottom, int right) { sheet().merges.push_back({0, top, left, bottom, right}); }
  workbook::Sheet& sheet() { return made.snapshot.sheets.front(); }

  std::string line_name();
  /// A title, a note on the unit, both or neither.
  void banner();
  /// How this workbook is kept: formulas or typed figures, amounts as text.
  void style(bool may_have_texts = true);
  Layout columns(int amounts);
  void headers(const Layout& layout);
  void name_line(const Layout& layout);
  /// Groups of lines with headings and subtotals. `last_is_sum`: the last column adds up the others.
  Sums body(const Layout& layout, bool last_is_sum);
  void total_row(const Layout& layout, const std::string& label, const std::vector<Cents>& sums,
                 const std::vector<std::string>& formulas);
  std::vector<std::string> sums_from(const Layout& layout, int top) const;
  std::vector<TrueColumn> truths_of(const Layout& layout, const Sums& sums) const;
  /// The grand total over all lines, which may be missing, typed wrong or short of a line; then perhaps a memo.
  void grand_total(const Layout& layout, const Sums& sums, std::vector<TrueColumn>& truths);
  void finish(const Layout& layout, const Sums& sums);

  GeneratedWorkbook made;
  const Tongue& tongue;
  int left = 0, row = 0, lines = 0;
  bool formulas = false, texts = false, numeric_codes = false;
  const char* text_style = "%s";

 private:
  void group(const Layout& layout, Sums& sums, int count, bool last_is_sum);
  void memo(const Layout& layout);

  std::mt19937 random_;
};

// Layouts, each with its truth.
void months(Maker& make);
void versions(Maker& make);
void income_and_expenses(Maker& make);
void quarters_of_two_years(Maker& make);
void years_across(Maker& make);
void versions_under_months(Maker& make);
void quarters_between_months(Maker& make);
void cash_flow(Maker& make);

void long_list(Maker& make);
void versions_in_rows(Maker& make);
void months_down(Maker& make);
void departments(Maker& make);
void parts_list(Maker& make);

void parents_above(Maker& make);
void code_tree(Maker& make);
void of_which(Maker& make);
void indented(Maker& make);

void dated_months(Maker& make);
void copied_pivot(Maker& make);
void typed_balance(Maker& make);

void side_by_side(Maker& make);
void paired(Maker& make);
void stacked(Maker& make);
void scenarios(Maker& make);

void outlined(Maker& make);
void kinds_of_rows(Maker& make);
void row_numbers(Maker& make);
void shares(Maker& make);

}  // namespace steward::support
