#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "recognise/accounts.hpp"
#include "recognise/sums.hpp"
#include "recognise/totals.hpp"

namespace steward::recognise {

/// Lines of a table beyond which it is a list that a program wrote, and nothing is asked about it.
inline constexpr std::size_t most_proven_lines = 5000;
/// Begins the key of the question whether rows are lines; the number of rows follows, from the first to the last.
inline constexpr std::string_view apart_kind = "rows apart ";

/// What the workbook adds up of one column, and what speaks against its reading. The first doubt is asked; what the user has
/// answered to it is done.
class ColumnProof {
 public:
  ColumnProof(Draft& draft, AmountColumn& column, const Accounts& accounts, const std::vector<Sum>& sums);

  void examine();

 private:
  bool is_total(int row) const;
  bool is_line(int row) const { return std::ranges::binary_search(lines_, row); }
  double value(int row) const { return grid_.value(row, column_.column); }
  bool ask(std::string_view kind, int row, Phrase sentence, std::vector<std::string> blanks);
  bool takes_in(const Sum& sum) const;
  bool sum_reaches_out();
  bool carries_total();
  bool sums_disagree();
  bool ask_disagrees(int row, double sum);
  bool has_lines_under(int row) const;
  bool sets_totals_off();
  bool reads_beyond(int row) const;
  bool is_explained(const TotalFacts& total, const VerticalFormula& formula) const;
  std::string shown(double amount) const;
  bool leaves_lines_outside();
  bool lacks_a_figure();
  bool foots_in_parts() const;
  bool is_far_from_stated();
  bool adds_names();
  std::set<int> summed_lines() const;
  bool only_missed(const std::vector<int>& rest, const std::set<int>& summed) const;
  bool sums_some_lines();
  bool ask_rows(const std::vector<int>& rows);
  bool sums_above(int row) const;
  bool reads_lines();
  double least_telling() const;
  bool comes_to_lines();
  bool ask_sum(int row, int first, int last);
  std::optional<int> comes_to(std::size_t at, int step) const;
  bool holds_figures_in_words();
  bool stands_among_words(int row) const;
  static bool holds_number(std::string_view text);
  bool says_nature_beside_income(const ColumnFacts& facts, int row) const;
  bool adds_income_to_expenses();
  bool adds_remainder();
  bool adds_alternatives();

  Draft& draft_;
  const Grid& grid_;
  AmountColumn& column_;
  const Accounts& accounts_;
  const std::vector<Sum>& sums_;
  std::vector<int> lines_;  ///< rows of the column's own lines that hold a figure
  double least_ = 0;        ///< what addends must be on average for their sum to be no chance
};

}  // namespace steward::recognise
