#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/table.hpp"
#include "value.hpp"
#include "words/words.hpp"

/// Reads any budget workbook as a controller would: finds the tables, what each row and column of them is, what is
/// wrong in them, and what has to be asked. Never guesses in silence: a column of which it is not sure has a question
/// and no total.
namespace steward::recognise {

/// What the user has said about one column; it overrules what recognition thinks.
struct ColumnChoice {
  int sheet = 0, column = 0;
  std::optional<bool> is_amount;  ///< false: a dimension or a remark
  std::optional<AmountRole> role;
  std::optional<Nature> nature;
  std::optional<double> unit_factor;
  std::optional<int> year;
};

struct Options {
  std::optional<workbook::Area> area;          ///< read exactly this rectangle as one table, headers included
  std::optional<int> sheet;                    ///< look at this sheet only
  std::map<std::string, std::string> answers;  ///< by the question's key, or by its kind alone: "sign"
  std::vector<ColumnChoice> columns;
  std::set<int> skipped_sheets;  ///< not the user's own
  int decimals = 2;              ///< of the currency's minor unit
};

/// What the user has answered to the question with that key, if anything.
std::optional<std::string> answer_to(const Options& options, const std::string& key);

struct Recognition {
  std::vector<BudgetTable> tables;  ///< by sheet, then from top to bottom and left to right
  std::vector<Finding> findings;    ///< of the workbook as a whole: hidden sheets, blocks that contradict each other
  std::vector<std::pair<std::string, std::string>>
      sheets_without_budget;  ///< sheet, and in a word why ("empty", "text")
  int decimals = 2;
};

/// Deterministic, and linear in the number of cells.
Recognition recognise(const workbook::Snapshot& snapshot, const Options& options);

/// The key of a leaf in a dimension: text as it is written (leading zeros kept), a number without trailing zeros, a
/// date as yyyy-mm-dd; empty where there is none.
std::string key_of(const workbook::Snapshot& snapshot, const BudgetTable& table, std::size_t leaf,
                   std::size_t dimension);

/// The figure of a leaf as it is written, text amounts read; nothing where the cell is blank, an error or not an
/// amount.
std::optional<double> figure_of(const workbook::Snapshot& snapshot, const BudgetTable& table,
                                const AmountColumn& column, std::size_t leaf);

/// The figure in whole currency and with the sign the domain expects: × unit factor × sign of the slice, to the minor
/// unit. Nothing where `figure_of` has nothing; a fault where the amount is too large.
Result<std::optional<Money>> amount_of(const workbook::Snapshot& snapshot, const BudgetTable& table,
                                       const AmountColumn& column, std::size_t leaf, int decimals);

/// The period of a leaf in the table's period dimension, if it has one and it can be read.
std::optional<PeriodName> period_of(const workbook::Snapshot& snapshot, const BudgetTable& table, std::size_t leaf);

/// Whether a leaf is counted in a column: a column of one slice has the leaves of that slice only.
bool counts(const AmountColumn& column, const Leaf& leaf);

/// What the command `detect` answers: a header row, then a row for each amount column: table, sheet, range, column,
/// header, role, nature, unit, year, version, lines, total, stated_total, foots, confidence, question, notes. Codes and
/// column names are language-neutral, question and notes are sentences. `range` is an absolute address with sheet, of
/// the cells of the column from its first to its last line. Two more columns, answer_key and choices, say under which key
/// the question is answered and with what.
Table detect_table(const workbook::Snapshot& snapshot, const Recognition& recognition, Language language);

}  // namespace steward::recognise
