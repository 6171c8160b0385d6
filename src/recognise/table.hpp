#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "intake/amount_text.hpp"
#include "money/money.hpp"
#include "words/keywords.hpp"
#include "workbook/snapshot.hpp"

/// What recognition finds in a workbook. Rows and columns are those of the sheet, from 0.
namespace steward::recognise {

enum class PeriodKind : std::uint8_t { year, half, quarter, month, week, day };

/// A stretch of time as a header or a key names it: "Jan, 2016", "Q3", "2017", "第3季度", "Periode 7", a date.
struct PeriodName {
  PeriodKind kind = PeriodKind::month;
  int year = 0;  ///< 0 where none is written
  int index = 0;  ///< month 1–12, quarter 1–4, half 1–2, week 1–53, day of the month 1–31; the year itself for a year
  int month = 0;  ///< of a day, where it is known
  std::string label;
};

/// Something only the user knows. The answer comes back in `Options::answers` under `key`.
enum class QuestionKind : std::uint8_t { sign, unit, nature, scenario, subtotals, role, year, header };
struct Question {
  QuestionKind kind;
  std::string key;  ///< names the question from one run to the next: kind, sheet and cell
  Phrase sentence;
  std::vector<std::string> blanks;
  std::vector<std::string> choices;  ///< what may be answered; empty where any text is an answer
  std::string columns = {};          ///< letters of the other columns that the answer holds for: "D, E"
  std::string tables = {};           ///< addresses of the other tables that it holds for
};
/// The sentence, and for which other columns and tables the answer holds.
std::string sentence_of(const Question& question, Language language);

enum class FindingKind : std::uint8_t {
  does_not_foot,     ///< a stated total differs from the lines it covers
  text_amount,       ///< an amount that is stored as text
  error_cell,        ///< #REF!, #DIV/0! … where an amount or a total belongs
  double_counting,   ///< a total that adds lines and their subtotal, or the same line twice
  duplicate_header,  ///< two amount columns with the same header
  duplicate_key,     ///< two lines with the same dimensions
  mixed_units,       ///< currencies or units differ within what is added up
  mixed_signs,       ///< lines of one nature with both signs
  wrong_formula,     ///< a line whose formula differs from its neighbours' or whose result contradicts its own columns
  sign_flip,         ///< lines whose sign is turned against their nature: expenses held as negatives
  contradiction,     ///< two blocks state different figures for the same thing
  missing_line,      ///< a total whose formula leaves out lines that stand in its block
  hidden,            ///< hidden rows, columns or sheets that hold figures
  empty_template,    ///< a table without a single figure yet
  unreadable         ///< a text among amounts that is no amount
};
struct Finding {
  FindingKind kind;
  workbook::Position at;
  std::optional<Money> expected, found;  ///< of figures, in the unit of the table
  Phrase sentence;
  std::vector<std::string> blanks;
};

/// What the keys of a dimension say beside naming their lines: what their amounts are, so that a table is cut by them.
enum class Tells : std::uint8_t { nothing, nature, year, version, currency };

/// A column that says what a line is: account, department, code … Keys are read with `key_of`.
struct Dimension {
  std::string header;  ///< as written; for section headings the words of the phrase book are the reader's to choose
  int column = 0;
  bool is_section = false;      ///< the keys are headings that stand above their lines in `column`
  bool is_filled_down = false;  ///< blank or merged cells take the key above
  Tells tells = Tells::nothing;
  /// Of which row of the sheet the key of each leaf is written in, −1 for none; parallel to `leaves`.
  std::vector<std::int32_t> source_rows;
};

/// Lines whose amounts may be added up. A table has one slice unless it mixes natures, years or versions in its rows.
struct Slice {
  std::optional<Nature> nature;
  int year = 0;
  std::string version;
  int sign = 1;  ///< amount × sign is normalised: expense and revenue both positive
  std::string year_label;
  std::optional<AmountRole> role;  ///< where a key says it: "Plan", "ACTUALS"
  std::string currency;            ///< where a key says it
};

/// A line of the budget: no heading, no subtotal, no total.
struct Leaf {
  std::int32_t row = 0;
  std::int32_t slice = 0;  ///< index into `slices`
};

enum class TotalKind : std::uint8_t {
  subtotal,
  total,    ///< of the whole table
  balance,  ///< a difference between totals, or a running balance: never added up with lines
  of_which  ///< repeats part of the line above it
};
enum class Evidence : std::uint8_t { formula, label, arithmetic, level, outline, key, answer };

struct TotalRow {
  std::int32_t row = 0;
  TotalKind kind = TotalKind::subtotal;
  Evidence evidence = Evidence::label;
  std::string label;
  std::vector<std::pair<std::int32_t, std::int32_t>>
      covers;  ///< stretches of rows, first and last; leaves among them count
};

/// A column of amounts, or the part of it that belongs to one slice.
struct AmountColumn {
  int column = 0;
  std::string header;             ///< the path joined with " – ", ready to be shown
  std::vector<std::string> path;  ///< header texts from top to bottom, merged banners included
  AmountRole role = AmountRole::other;
  std::optional<Nature> nature;
  std::string unit;        ///< "万元", "kEUR", "$": what stands in the workbook; empty where nothing does
  double unit_factor = 1;  ///< amount × factor is in whole units of the currency
  int sign = 1;            ///< −1 where its header names a nature and the amounts are held as negatives
  int year = 0;            ///< 0 where unknown
  std::string version;     ///< "original", "proposed", "Option 2" … as the workbook names it; empty for the only one
  std::optional<PeriodName> period;
  std::string scenario;  ///< set when this column is one of alternatives of which one may be used
  bool is_derived =
      false;       ///< made of other columns: a total over periods, a variance, quantity × price totals excepted
  bool is_of_prior_year = false;  ///< "prior year", "上年": a comparison beside the budget, whatever its role
  bool is_partial = false;        ///< "to date", "of the month": part of a year that another column has as a whole
  bool is_to_date = false;        ///< partial, and from the beginning of the year
  int slice = -1;  ///< index into `slices`; −1 when all leaves belong to it
  std::size_t lines = 0;              ///< leaves with an amount in this column
  std::optional<Money> total;         ///< over leaves only; empty when a question is open
  std::optional<Money> stated_total;  ///< what the workbook itself says
  std::optional<bool> foots;          ///< empty without a stated total
  double confidence = 0;              ///< 0 … 1
  std::optional<Question> question;
  std::vector<std::pair<Phrase, std::vector<std::string>>> notes;
  /// The year as written where it is more than a number: "FY13-14"; `year` is then the one it ends in.
  std::string year_label;
  int stated_row = -1;                                      ///< where the stated total stands
  std::vector<int> made_of;  ///< the columns that it adds up, where it is a total over columns
  /// Of a column that mixes units, once the user has said what they are worth: by what a figure in each is multiplied.
  /// A unit that is not here is not counted.
  std::map<std::string, double> unit_rates;
  int first_row = 0, last_row = -1;                         ///< of its lines
  intake::DecimalMark mark = intake::DecimalMark::unknown;  ///< of amounts that are text
};

struct BudgetTable {
  std::string title;    ///< the banner above it; empty where there is none
  workbook::Area area;  ///< headers and totals included
  std::vector<int> header_rows;
  std::vector<Dimension> dimensions;
  std::vector<AmountColumn> columns;
  std::vector<Slice> slices;
  std::vector<Leaf> leaves;
  std::vector<TotalRow> totals;
  std::vector<Finding> findings;
  double confidence = 0;
  bool is_named_budget = false;  ///< a name of the workbook says that this is the budget
  /// The dimension that holds periods (months down the side, dates of a long table), −1: none.
  int period_dimension = -1;
  /// What set-up must ask before anything can be posted; the totals stand without it.
  std::vector<Question> questions;
};

}  // namespace steward::recognise
