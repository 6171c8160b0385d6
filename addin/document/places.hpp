#pragma once

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XDatabaseRanges.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/util/Date.hpp>

#include "date.hpp"
#include "document/book.hpp"

namespace steward::document {

/// The last cell of a sheet that holds or shows anything.
inline css::table::CellRangeAddress last_used(const Reference<css::sheet::XSpreadsheet>& sheet) {
  const auto cursor = sheet->createCursor();
  as<css::sheet::XUsedAreaCursor>(cursor)->gotoEndOfUsedArea(false);
  return as<css::sheet::XCellRangeAddressable>(cursor)->getRangeAddress();
}

/// The database ranges of a workbook: its tables.
inline Reference<css::sheet::XDatabaseRanges> database_ranges(const Book& book) {
  return as<css::sheet::XDatabaseRanges>(property<Reference<css::uno::XInterface>>(book.document(), "DatabaseRanges"));
}

/// The day that number 0 stands for.
inline css::util::Date null_day(const Book& book) {
  const auto day = property<css::util::Date>(book.document(), "NullDate");
  return day.Year == 0 ? css::util::Date(30, 12, 1899) : day;
}
inline Date null_date(const Book& book) {
  const auto day = null_day(book);
  return date(day.Year, day.Month, day.Day);
}

}  // namespace steward::document
