#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// A workbook as it stood when a command began: what recognition and plans read. This room alone knows rows and
/// columns; rules, ledger and the rest of the domain never see them. Rows and columns count from 0.
namespace steward::workbook {

struct Position {
  int sheet = 0, row = 0, column = 0;
  auto operator<=>(const Position&) const = default;
};

/// A rectangle on one sheet, first and last included.
struct Area {
  int sheet = 0, top = 0, left = 0, bottom = 0, right = 0;
  int rows() const { return bottom - top + 1; }
  int columns() const { return right - left + 1; }
  bool contains(int row, int column) const { return row >= top && row <= bottom && column >= left && column <= right; }
  auto operator<=>(const Area&) const = default;
};

enum class CellKind : std::uint8_t { empty, number, text, error };

/// How a number is shown, as far as it tells what the number means.
enum class Format : std::uint8_t { general, number, percent, currency, date, time, text, boolean };

struct Cell {
  CellKind kind = CellKind::empty;
  Format format = Format::general;
  bool has_formula = false;
  double number = 0;           ///< of a number; a date counts days from the snapshot's null date
  std::string_view text = {};  ///< of a text, and of an error ("#REF!"); lives as long as the sheet
  bool is_empty() const { return kind == CellKind::empty; }
  bool is_number() const { return kind == CellKind::number && format != Format::date; }
  bool is_date() const { return kind == CellKind::number && format == Format::date; }
  bool is_text() const { return kind == CellKind::text; }
  bool is_error() const { return kind == CellKind::error; }
};

/// One sheet, cells by columns. Nine bytes and a format byte a cell; equal texts are kept once.
class Sheet {
 public:
  Sheet(std::string name, int rows, int columns);

  const std::string& name() const { return name_; }
  int rows() const { return rows_; }
  int columns() const { return columns_; }
  Cell at(int row, int column) const;  ///< empty outside the used area
  /// The formula as English A1 text with its leading "=", empty when the cell has none.
  std::string_view formula(int row, int column) const;

  void set_number(int row, int column, double number, Format format = Format::general);
  void set_text(int row, int column, std::string_view text);
  void set_error(int row, int column, std::string_view name);
  void set_format(int row, int column, Format format);
  void set_formula(int row, int column, std::string_view formula);

  bool hidden = false;
  std::vector<Area> merges;                  ///< merged blocks; the value stands in the first cell
  std::vector<std::pair<int, int>> hidden_rows, hidden_columns;  ///< first and last of each stretch
  std::map<int, int> row_outline;            ///< outline level of rows that have one, 1 outermost
  std::vector<std::pair<int, int>> bold;     ///< (row, column) of cells set in bold, sorted
  std::map<std::pair<int, int>, std::string> unit;  ///< currency or unit that a cell's number format shows: "¥", "EUR", "k"

  bool is_row_hidden(int row) const;
  bool is_column_hidden(int column) const;

 private:
  std::size_t index(int row, int column) const;
  std::uint32_t keep(std::string_view text);

  std::string name_;
  int rows_, columns_;
  std::vector<CellKind> kinds_;
  std::vector<Format> formats_;
  std::vector<double> values_;  ///< the number, or the index of the text
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t> text_index_;
  std::unordered_map<std::uint64_t, std::uint32_t> formulas_;
};

/// A named range or database range of the workbook.
struct NamedArea {
  std::string name;
  Area area;
};

struct Snapshot {
  std::vector<Sheet> sheets;
  std::vector<NamedArea> names;   ///< names of ranges
  std::vector<NamedArea> tables;  ///< database ranges, by their stable names
  int null_year = 1899, null_month = 12, null_day = 30;  ///< the day that number 0 stands for

  const NamedArea* table(std::string_view name) const;
  const Sheet* sheet(std::string_view name) const;
};

/// The rectangles that a formula reads, in order: "=SUM(B5:B9;C2)" gives two. `home` is the sheet it stands on.
/// References to other files, whole columns and anything that is not understood are left out.
std::vector<Area> references(std::string_view formula, int home, const Snapshot& snapshot);

/// Absolute address with sheet as Calc writes it: "$'Budget 2025'.$B$5:$M$17".
std::string address(const Snapshot& snapshot, const Area& area);
std::string address(const Snapshot& snapshot, const Position& position);

}  // namespace steward::workbook
