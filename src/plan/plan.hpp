#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "date.hpp"
#include "plan/chart.hpp"
#include "plan/rows_by_column.hpp"
#include "plan/content.hpp"
#include "result.hpp"
#include "tables/description.hpp"
#include "value.hpp"
#include "workbook/snapshot.hpp"

/// What a command will do, as a list of edits that the shell carries out as they stand, in one named undo step.
namespace steward::plan {

/// How a part of a sheet looks and behaves; the shell has one cell style for each.
enum class Style {
  title,
  subtitle,
  header,
  label,
  text,
  amount,
  rate,
  date,
  time,
  total_label,
  total_amount,
  total_rate,
  favourable,
  adverse,
  note,
  passage,
  sentinel,
  hash,
  input,
  headline,       ///< a figure in large letters
  headline_rate,
  heat_low,       ///< shades of a heat map, from far below the budget to far above it
  heat_near,
  heat_over,
  heat_high
};

struct AddSheet {
  std::string title;
};
/// Cells that are written at a place; sheets are named by title because new ones have no index yet.
struct Write {
  std::string sheet;
  int row = 0, column = 0;
  Block block;
};
/// A row of formulas that is written once and filled down over the rows below: references without $ follow. Calc reads
/// such a formula once for all rows, where rows written one by one cost it a reading each.
struct FillDown {
  std::string sheet;
  int row = 0, column = 0, rows = 1;
  std::vector<Formula> formulas;
};
/// One formula whose result fills the area. It is written as an array formula. Calc computes it at once, while other
/// formulas wait: one that reads formulas of the same plan must say so, and is written when they have been computed.
struct WriteArray {
  std::string sheet;
  int row = 0, column = 0, rows = 1, columns = 1;
  std::string formula;
  bool reads_formulas = false;
};
struct Paint {
  std::string sheet;
  int top = 0, left = 0, bottom = 0, right = 0;
  Style style = Style::text;
};
/// Names a database range: header row, data, and the sentinel row as its last.
struct NameTable {
  std::string name, sheet;
  int top = 0, left = 0, bottom = 0, right = 0;
};
/// A named range that follows the user's cells.
struct NameArea {
  std::string name, sheet;
  int top = 0, left = 0, bottom = 0, right = 0;
};
/// Rows inserted before the sentinel row of a table, so that every reference to it grows.
struct AppendRows {
  std::string table;
  Block rows;
};
/// The same for very many rows.
struct AppendColumns {
  std::string table;
  RowsByColumn rows;
};
/// Colours cells by what they show: those that show one of the words, or a number at or above one of the limits, get its
/// style; the first that fits.
struct ColourWhere {
  std::string sheet;
  int top = 0, left = 0, bottom = 0, right = 0;
  std::vector<std::pair<std::string, Style>> words;
  std::vector<std::pair<double, Style>> limits = {};
};
/// Cells that hold a code show the word for it; what they hold stays the code.
struct ShowWords {
  std::string sheet;
  int top = 0, left = 0, bottom = 0, right = 0;
  std::vector<std::pair<std::string, std::string>> words;  ///< code, word
};
/// Warns whoever types into the cells when the formula, which is written for the first of them, is not true with what was
/// typed. It stops nothing that is not typed: paste, fill and scripts pass it.
struct WarnWhenTyped {
  std::string sheet;
  int top = 0, left = 0, bottom = 0, right = 0;
  std::string formula, title, message;
};
struct ColumnWidth {
  std::string sheet;
  int column = 0;
  double millimetres = 25;
};
/// A sentence that wraps within the width of several columns: the cells of a row become one, of the height given.
struct Passage {
  std::string sheet;
  int row = 0, left = 0, right = 0;
  double millimetres = 5;
};
/// Rows and columns that stay in view.
struct Freeze {
  std::string sheet;
  int rows = 1, columns = 0;
};
struct Protect {
  std::string sheet;
};
/// How a sheet is printed: fitted to the page's width, its first rows repeated, numbered pages.
struct PrintSetup {
  std::string sheet;
  bool landscape = true;
  bool one_page = false;                   ///< fitted to its height as well
  int repeat_top = 0, repeat_bottom = -1;  ///< rows repeated on each page; none when bottom < top
  int bottom = 0, right = 0;               ///< last row and column of the print area
  std::string header, footer;              ///< the shell adds page numbers to the footer
};
/// Formulas of a sheet are replaced by what they show.
struct KeepValues {
  std::string sheet;
};
struct RemoveSheet {
  std::string title;
};
/// A sheet takes the title of one that was removed before.
struct RenameSheet {
  std::string title, to;
};
struct RemoveTable {
  std::string name;
};
struct RemoveName {
  std::string name;
};

using Edit = std::variant<AddSheet, Write, FillDown, WriteArray, Paint, NameTable, NameArea, AppendRows, AppendColumns, ColourWhere, ShowWords,
                          WarnWhenTyped, ColumnWidth, Passage, Freeze, Protect, PrintSetup, AddChart, KeepValues, RemoveSheet, RenameSheet, RemoveTable,
                          RemoveName>;

/// What the shell knows and the domain must not look up.
struct Circumstances {
  Language language = Language::english;
  Date today{};
  double seconds = 0;  ///< of the day, local time
  std::string user, machine;
};

/// Which file the shell writes when the option url says where: the workbook itself as a controlled .ods, the report as
/// PDF, or a copy with values.
enum class File { none, controlled, report, values };

struct Plan {
  Phrase name;              ///< of the undo step, and the title of the message
  std::vector<Edit> edits;  ///< empty when nothing is to be written
  Table answer;             ///< what the command returns: header row first, only numbers and texts
  std::string message;      ///< one sentence for the user: what was done
  File file = File::none;
  std::string file_sheet;  ///< title of the sheet that is exported, for a report
  bool is_bookkeeping = false;  ///< Steward's own notes, which are no step that a user could undo
};

}  // namespace steward::plan
