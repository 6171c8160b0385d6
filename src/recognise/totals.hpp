#pragma once

#include <functional>
#include <vector>

#include "recognise/draft.hpp"

namespace steward::recognise {

/// What a formula in a total row adds up in a column: rectangles of that column within the table, its own row left out.
struct VerticalFormula {
  std::vector<Stretch> rows;
  int column = -1;  ///< the column that is added up; another than the formula's where the total stands aside
  bool sums = false, subtracts = false, multiplies = false, is_subtotal = false;
  bool is_sum() const { return !rows.empty() && !subtracts && !multiplies; }
};
VerticalFormula vertical_formula(const Draft& draft, int row, int column);

/// The lines that stretches of rows hold, totals among them replaced by what they cover; sorted, joined, each line
/// once.
std::vector<Stretch> lines_in(const Draft& draft, const std::vector<Stretch>& rows);

/// Settles what every total covers: by its formula, else by the stretch of lines that adds up to it.
void settle_totals(Draft& draft);

/// Whether there are so many totals over so many rows that each is held against its own group only.
bool is_vast(const Draft& draft);

/// The sum of the lines in stretches, of one column.
double sum_of(const Draft& draft, const std::vector<Stretch>& rows, int column);
/// Lines in stretches.
long count_lines(const Draft& draft, const std::vector<Stretch>& rows);

}  // namespace steward::recognise
