#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "tables/layout.hpp"

namespace steward::plan {

using Row = std::vector<Content>;

/// A1 letters of a column counted from 0.
std::string column_name(int column);
/// "$B$5" for a row and column counted from 0.
std::string cell_name(int row, int column);
/// "$B$5:$B$16"
std::string range_name(int top, int left, int bottom, int right);

/// A control table that is about to be written: its rows stand under a header and above a locked end row.
struct NewTable {
  const tables::Description* description;
  std::vector<std::string> dimensions;
  std::vector<Row> rows;
  int top = 0;
  int open_rows = 0;  ///< blank ones below the rows, for the user to type into
};

/// Edits that make one sheet.
class SheetBuilder {
 public:
  /// For a sheet that an edit has added before.
  SheetBuilder(std::vector<Edit>& edits, std::string title, Language language);

  const std::string& title() const { return title_; }
  void write(int row, int column, std::vector<Row> rows);
  void paint(int top, int left, int bottom, int right, Style style);
  void width(int column, double millimetres);
  /// As wide as the texts of the rows need in this column, from one bound to the other.
  void width_for(int column, const std::vector<Row>& rows, double least, double most);
  template <class SomeEdit>
  void add(SomeEdit edit) {
    edits_.push_back(std::move(edit));
  }
  /// Header, rows, end row, name, styles, widths and view of a control table.
  void table(const NewTable& table);
  /// What comes last: print area and protection.
  void finish(int bottom, int right, int repeat_top, int repeat_bottom);

 private:
  void show_words(const tables::Layout& layout, int top, int bottom);

  std::vector<Edit>& edits_;
  std::string title_;
  Language language_;
};

/// A title for a new sheet: the one wanted, or, when a sheet of the workbook has it, with "(Steward)" behind it.
std::string free_title(const workbook::Snapshot& book, std::string_view wanted);

}  // namespace steward::plan
