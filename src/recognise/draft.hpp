#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "recognise/blocks.hpp"
#include "recognise/grid.hpp"
#include "recognise/periods.hpp"
#include "recognise/recognise.hpp"
#include "recognise/vocabulary.hpp"

/// What the stages of recognition hand to each other about one table. Not for other rooms.
namespace steward::recognise {

enum class ColumnKind : std::uint8_t {
  blank,
  dimension,
  remark,
  period,
  amount,
  quantity,
  price,
  percent,
  part  ///< goes into an amount of the same row: postage beside a price, a factor
};

enum class Derivation : std::uint8_t { none, sum, difference, product };

struct ColumnFacts {
  int column = 0;
  ColumnKind kind = ColumnKind::blank;
  std::vector<std::string> path;
  Terms own, all;  ///< of the lowest header, of the whole path
  std::optional<PeriodText> period;
  int figures = 0, words = 0, digits = 0, percents = 0, dates = 0, errors = 0, text_amounts = 0, negatives = 0,
      formulas = 0, word_amounts = 0;  ///< the last: "Free", "tbd" where an amount belongs
  bool all_integers = true, all_years = true, is_counter = true;
  bool is_left_of_header = false;  ///< no header in the main row, nor to the left of it
  bool continues_merge = false;    ///< its header is the right part of a merged cell
  bool is_running = false;         ///< every cell adds to the one above: never to be added up
  Derivation derivation = Derivation::none;
  std::vector<int> sources;  ///< columns that it is made of
  std::vector<int> signs;    ///< of the sources of a difference
  bool is_derived_by_formula = false;
  bool is_header_moved = false;   ///< its header stood over another column
  bool is_mark_answered = false;  ///< the user has said what the mark of its text amounts is
  bool is_price_or_sum = false;   ///< "Price" beside a number of pieces, and nothing that multiplies them
  int scaled_from = -1;           ///< the column of which it is a multiple: twelve months
  bool is_scaled_by_row = false;  ///< each row by a whole number of its own: pieces written into the formula
  bool is_amount() const { return kind == ColumnKind::amount; }
};

enum class RowKind : std::uint8_t { blank, heading, leaf, total, balance, trailer, header };

using Stretch = std::pair<std::int32_t, std::int32_t>;

struct TotalFacts {
  int row = 0;
  TotalKind kind = TotalKind::subtotal;
  Evidence evidence = Evidence::label;
  std::string label;
  std::vector<Stretch> covers;  ///< what it ought to cover: stretches of rows, totals inside them not counted
  bool covers_by_formula = false;
  bool is_proven = true;  ///< by formula, or by figures that are not all zero
  int only_column = -1;   ///< the column that it states where it says nothing about the others
};

struct Draft {
  Grid& grid;
  const Options& options;
  Block block;
  std::vector<ColumnFacts> columns;
  std::vector<RowKind> rows;  ///< from `block.first_data`
  std::vector<TotalFacts> totals;
  std::vector<int> suspects;     ///< lines that may be subtotals, as far as arithmetic goes
  std::vector<int> below_total;  ///< lines right below the total, which may or may not belong to the budget
  int closing_row = -1;          ///< that total
  BudgetTable table;

  Draft(Grid& sheet, const Options& wishes, Block piece) : grid(sheet), options(wishes), block(std::move(piece)) {}

  int first() const { return block.first_data; }
  int last() const { return block.area.bottom; }
  RowKind& row(int sheet_row) { return rows[static_cast<std::size_t>(sheet_row - first())]; }
  RowKind row(int sheet_row) const { return rows[static_cast<std::size_t>(sheet_row - first())]; }
  ColumnFacts* column(int sheet_column) {
    const int at = sheet_column - block.area.left;
    return at < 0 || at >= static_cast<int>(columns.size()) ? nullptr : &columns[static_cast<std::size_t>(at)];
  }
  const ColumnFacts* column(int sheet_column) const { return const_cast<Draft*>(this)->column(sheet_column); }
};

/// What the columns are: dimension, amount, quantity, price …; which are made of others.
void read_columns(Draft& draft);
/// What the rows are: lines, headings, totals and what they cover.
void read_rows(Draft& draft);
/// Dimensions with their keys, lines, slices by nature, year and version.
void read_lines(Draft& draft);
/// Amount columns with role, unit, year, version, totals, and whether they foot.
void read_figures(Draft& draft);
/// What is wrong in the table.
void find_errors(Draft& draft);
/// What has to be asked; a column with a question loses its total.
void ask_questions(Draft& draft);

/// Column letters, "AB".
std::string letters_of(const Draft& draft, int column);
/// "B5" as a message shows a cell.
std::string cell_name(const Draft& draft, int row, int column);
/// The key under which a question of this table is remembered.
std::string question_key(const Draft& draft, std::string_view kind, int row, int column);
/// What the user has answered to it, if anything.
std::optional<std::string> answer_to(const Draft& draft, std::string_view kind, int row, int column);
/// "yes", "1", "是".
bool says_yes(std::string_view answer);

/// The label of a row: the first words in a column that holds no amounts.
std::string_view label_of(const Draft& draft, int row);

/// Makes a row a total over stretches of rows, in its place among the totals.
TotalFacts& make_total(Draft& draft, int row, Evidence evidence, std::vector<Stretch> covers);
/// Whether a word of the term stands at the beginning or the end of a label.
bool leads_or_ends(std::string_view label, Term term);
/// A figure with its neighbours' tolerance: equal to the minor unit, after the noise of doubles.
bool same_amount(double a, double b);

}  // namespace steward::recognise
