#pragma once

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <optional>
#include <string_view>

#include "uno.hpp"
#include "workbook/snapshot.hpp"

namespace steward::document {

/// A Calc document as the shell handles it.
class Book {
 public:
  explicit Book(const Reference<css::sheet::XSpreadsheetDocument>& document) : document_(document) {}

  /// The spreadsheet document behind a model; nothing when the model is something else.
  static std::optional<Book> of(const css::uno::BaseReference& model);

  const Reference<css::sheet::XSpreadsheetDocument>& document() const { return document_; }
  Reference<css::sheet::XSpreadsheet> sheet(std::string_view title) const;
  bool has_sheet(std::string_view title) const;
  Reference<css::table::XCellRange> range(std::string_view sheet, const workbook::Area& area) const;
  /// Area of a database range, its sheet included; nothing when there is none of that name.
  std::optional<css::table::CellRangeAddress> table(std::string_view name) const;
  /// Whether a range has the name, and where it is; nothing when its cells are gone.
  bool has_name(std::string_view name) const;
  std::optional<css::table::CellRangeAddress> named_area(std::string_view name) const;
  Reference<css::sheet::XSpreadsheet> sheet_at(sal_Int32 index) const;

  bool has_window() const;
  bool is_read_only() const;
  bool is_structure_protected() const;
  /// Title of the first sheet that is protected by a password; nothing when none is.
  std::optional<std::string> sheet_with_password() const;
  /// Whether the document lives in a file that can hold a controlled workbook, or in none yet.
  bool can_be_controlled_in_place() const;

 private:
  Reference<css::container::XNameAccess> names() const;

  Reference<css::sheet::XSpreadsheetDocument> document_;
};

}  // namespace steward::document
