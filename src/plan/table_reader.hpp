#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "date.hpp"
#include "plan/plan.hpp"
#include "tables/layout.hpp"

namespace steward::plan {

/// A control table as it lies in the workbook: the rows between its header and its end row.
class TableReader {
 public:
  /// Finds the table by its stable name and compares its headers with the layout, dimensions aside. What an earlier build
  /// did not have yet at the end of a table reads as blank.
  /// Faults: refused when the table is gone, a column was renamed, removed or inserted, or the end row is lost.
  static Result<TableReader> open(const workbook::Snapshot& book, const tables::Description& description,
                                  std::size_t dimensions, Language language);

  int rows() const { return area_.bottom - area_.top - 1; }
  const workbook::Area& area() const { return area_; }
  /// How many columns of the layout the table has; fewer than the layout where an earlier build made it.
  std::size_t columns() const { return columns_; }
  const tables::Layout& layout() const { return layout_; }
  std::string_view title() const { return sheet_->name(); }
  workbook::Position position(int row, std::size_t place) const {
    return {area_.sheet, area_.top + 1 + row, area_.left + static_cast<int>(place)};
  }

  workbook::Cell cell(int row, std::size_t place) const {
    if (place >= columns_) return {};
    return sheet_->at(area_.top + 1 + row, area_.left + static_cast<int>(place));
  }
  template <class TableColumn>
  workbook::Cell cell(int row, TableColumn column) const {
    return cell(row, layout_.place(column));
  }
  /// A text as it stands, a number as its digits, a blank as "".
  template <class TableColumn>
  std::string text(int row, TableColumn column) const {
    return text_of(cell(row, column));
  }
  template <class TableColumn>
  std::optional<double> number(int row, TableColumn column) const {
    const auto found = cell(row, column);
    return found.kind == workbook::CellKind::number ? std::optional(found.number) : std::nullopt;
  }
  template <class TableColumn>
  std::optional<Date> date(int row, TableColumn column) const {
    const auto days = number(row, column);
    return days ? std::optional(null_date_ + std::chrono::days(static_cast<int>(*days))) : std::nullopt;
  }
  /// The cell that stands for what a row lacks, for a message.
  Fault unreadable(int row, std::string_view what) const;

  static std::string text_of(const workbook::Cell& cell);
  Date null_date() const { return null_date_; }

 private:
  TableReader(const workbook::Sheet& sheet, workbook::Area area, tables::Layout layout, Date null_date)
      : sheet_(&sheet), area_(area), layout_(std::move(layout)), columns_(layout_.width()), null_date_(null_date) {}

  const workbook::Sheet* sheet_;
  workbook::Area area_;
  tables::Layout layout_;
  std::size_t columns_;
  Date null_date_;
};

/// The day that number 0 stands for in a workbook.
Date null_date(const workbook::Snapshot& book);

/// Whether a workbook has our control tables.
bool is_controlled(const workbook::Snapshot& book);

}  // namespace steward::plan
